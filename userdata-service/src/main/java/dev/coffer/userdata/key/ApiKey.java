package dev.coffer.userdata.key;

import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.credential.Credential;
import dev.coffer.userdata.credential.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API key: it represents its creator, in one workspace, with some of the creator's roles. */
@Entity
@Table(name = "api_key")
public class ApiKey extends Credential {
    private static final Duration PRECISION = Duration.ofMinutes(1);

    String name;

    /** To the minute, so that a busy key costs one write a minute; absent: never used. */
    @Column(name = "last_used_at")
    @Nullable
    Instant lastUsedAt;

    protected ApiKey() {}

    ApiKey(Secret secret, Caller creator, Owner workspace, NewKey wish, Instant now) {
        super(secret, creator, workspace, wish.scopes(), now, wish.expiresAt());
        this.name = wish.name();
    }

    /** The time before which a recorded use has to be updated. */
    static Instant stale(Instant now) {
        return now.minus(PRECISION);
    }

    boolean usedSince(Instant time) {
        return lastUsedAt != null && !lastUsedAt.isBefore(time);
    }
}
