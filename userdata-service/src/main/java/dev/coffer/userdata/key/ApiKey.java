package dev.coffer.userdata.key;

import dev.coffer.common.caller.Caller;
import dev.coffer.common.caller.Owner;
import dev.coffer.userdata.credential.Credential;
import dev.coffer.userdata.credential.Secret;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;

/** What an API key stands for: its creator, in one workspace, with roles that the creator had. */
@Entity
@Table(name = "api_key")
public class ApiKey extends Credential {
    String name;

    protected ApiKey() {}

    ApiKey(
            Secret secret, Caller creator, Owner workspace, Collection<String> roles, String name, Instant now,
            Instant expiresAt) {
        super(secret, creator, workspace, roles, now, expiresAt);
        this.name = name;
    }
}
