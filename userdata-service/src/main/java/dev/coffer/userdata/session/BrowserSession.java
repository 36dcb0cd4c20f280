package dev.coffer.userdata.session;

import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.credential.Credential;
import dev.coffer.userdata.credential.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the session cookie of a browser stands for. */
@Entity
@Table(name = "browser_session")
public class BrowserSession extends Credential {
    /** The API key that opened it, with which it ends; absent if it was opened with a token. */
    @Column(name = "api_key")
    @Nullable
    UUID apiKey;

    protected BrowserSession() {}

    BrowserSession(Secret secret, Caller person, Owner workspace, @Nullable UUID apiKey, Instant now,
            Instant expiresAt) {
        // A session only reads what its person may see, which needs no role.
        super(secret, person, workspace, List.of(), now, expiresAt);
        this.apiKey = apiKey;
    }
}
