package dev.coffer.userdata.key;

import dev.coffer.common.caller.Caller;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.caller.VerifiedKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What an API key stands for: its creator, in one workspace, with the roles that the creator had. */
@Entity
@Table(name = "api_key")
public class ApiKey {
    @Id
    UUID id;

    @Column(name = "secret_hash")
    byte[] secretHash;

    String tenant;
    String subject;
    String owner;
    String[] roles;
    String name;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    protected ApiKey() {}

    ApiKey(KeySecret secret, Caller creator, Owner workspace, String name, Instant createdAt, Instant expiresAt) {
        this.id = secret.id();
        this.secretHash = secret.hash();
        this.tenant = workspace.tenant();
        this.subject = creator.subject();
        this.owner = workspace.key();
        // A key is for people's programs, whoever has made it: never a way into /internal.
        this.roles = creator.roles().stream().filter(role -> !role.equals(Caller.INTERNAL)).toArray(String[]::new);
        this.name = name;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    VerifiedKey verified() {
        return new VerifiedKey(tenant, subject, Set.of(roles), owner);
    }
}
