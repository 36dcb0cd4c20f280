package dev.coffer.userdata.key;

import dev.coffer.common.caller.ApiKeyVerifier;
import dev.coffer.common.caller.Caller;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.caller.VerifiedKey;
import dev.coffer.userdata.credential.Credential;
import dev.coffer.userdata.credential.Secret;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Makes API keys and says what they stand for. */
@ApplicationScoped
public class ApiKeyService implements ApiKeyVerifier {
    private final ApiKeyRepository keys;
    private final Clock clock;

    ApiKeyService(ApiKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A new key that speaks for the creator in this workspace. Its secret is in this answer and nowhere else. */
    @Transactional
    CreatedKey create(Caller creator, Owner workspace, String name, Instant expiresAt) {
        Secret secret = Secret.random(PREFIX);
        ApiKey key = new ApiKey(secret, creator, workspace, creator.roles(), name, clock.instant(), expiresAt);
        keys.persist(key);
        return CreatedKey.of(key, secret);
    }

    /** What the key stands for; empty for an unknown or expired one. */
    @Transactional
    public Optional<VerifiedKey> find(String key) {
        return Secret.parse(PREFIX, key)
                .flatMap(secret -> keys.findByIdOptional(secret.id()).filter(row -> row.accepts(secret, clock.instant())))
                .map(Credential::verified);
    }

    /**
     * The key with which a request was let in, kept as it is until the end of the transaction.
     *
     * @throws UnauthorizedException if it has been revoked in the meantime
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ApiKey hold(String key) {
        return Secret.parse(PREFIX, key)
                .flatMap(secret -> keys.hold(secret.id()))
                .orElseThrow(UnauthorizedException::new);
    }

    @Override
    @Transactional
    public Optional<Caller> verify(String key) {
        return find(key).map(VerifiedKey::caller);
    }
}
