package dev.coffer.userdata.key;

import dev.coffer.common.credential.ApiKeyVerifier;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.userdataclient.VerifiedKey;
import dev.coffer.userdata.credential.Secret;
import dev.coffer.userdata.person.PersonService;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Creates and verifies API keys. */
@ApplicationScoped
public class ApiKeyService implements ApiKeyVerifier {
    private final ApiKeyRepository keys;
    private final KeyLife life;
    private final PersonService people;
    private final ApiKeyConfig config;
    private final Clock clock;

    ApiKeyService(ApiKeyRepository keys, KeyLife life, PersonService people, ApiKeyConfig config, Clock clock) {
        this.keys = keys;
        this.life = life;
        this.people = people;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Creates a key that represents the creator in this workspace. Its secret is returned here only, and not stored.
     *
     * @param issuedAt when the token of the creator was issued
     */
    CreatedKey create(Caller creator, Optional<Instant> issuedAt, Owner workspace, NewKey wish) {
        return people.inTurn(creator.tenant(), creator.subject(), () -> {
            people.requireNotEnded(creator, issuedAt);
            return create(creator, workspace, wish);
        });
    }

    private CreatedKey create(Caller creator, Owner workspace, NewKey wish) {
        if (keys.countOf(creator) >= config.perPerson()) {
            throw new ServiceException(ErrorCode.CONFLICT,
                    "There are " + config.perPerson() + " API keys already: revoke one that is not needed any more.");
        }
        Secret secret = Secret.random(PREFIX);
        ApiKey key = new ApiKey(secret, creator, workspace, wish, clock.instant());
        keys.persist(key);
        return CreatedKey.of(key, secret);
    }

    /** The keys that this person has made, the newest first, without their secrets. */
    @Transactional
    List<KeyView> list(Caller creator) {
        return keys.of(creator).stream().map(key -> KeyView.of(key, life.end(key))).toList();
    }

    /** Deletes a key of this person, and the browser sessions that were opened with it. */
    @Transactional
    void revoke(Caller creator, UUID id) {
        if (!keys.revoke(creator, id)) {
            throw unknown();
        }
    }

    /** Deletes all keys of a person; returns their number. */
    @Transactional
    public long endAll(String tenant, String subject) {
        return keys.revokeAll(tenant, subject);
    }

    /** The error for a key that is unknown, revoked or of another person. */
    static ServiceException unknown() {
        return new ServiceException(ErrorCode.NOT_FOUND, "There is no such API key.");
    }

    /**
     * What the key permits now: never more than the last token of its creator. Empty for an unknown or expired key, and
     * in a workspace that the creator has lost. Records a use.
     */
    @Transactional
    public Optional<VerifiedKey> find(String key) {
        Instant now = clock.instant();
        Optional<ApiKey> found = Secret.parse(PREFIX, key)
                .flatMap(secret -> keys.findByIdOptional(secret.id()).filter(row -> row.accepts(secret)))
                .filter(row -> !life.isOver(row));
        found.filter(row -> !row.usedSince(ApiKey.stale(now))).ifPresent(row -> keys.noteUse(row.id(), now));
        return found.flatMap(row -> people.limit(row.verified(life.end(row))));
    }

    /** From when on the key is refused; empty: never. */
    public Optional<Instant> end(ApiKey key) {
        return Optional.ofNullable(life.end(key));
    }

    /**
     * The key that a request was authenticated with, locked until the end of the transaction.
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
