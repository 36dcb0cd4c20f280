package dev.coffer.userdata.credential;

import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.userdataclient.VerifiedKey;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential issued by this service: it represents a person, in one workspace, with some of the person's roles. */
@MappedSuperclass
public abstract class Credential {
    private static final Set<String> NEVER = Set.of(Caller.INTERNAL, Caller.OPERATOR);

    @Id
    private UUID id;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    private String tenant;
    private String subject;
    private String owner;
    private String[] roles;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    protected Credential() {}

    protected Credential(
            Secret secret,
            Caller person,
            Owner workspace,
            Collection<String> roles,
            Instant now,
            @Nullable Instant expiresAt) {
        this.id = secret.id();
        this.secretHash = secret.hash();
        this.tenant = workspace.tenant();
        this.subject = person.subject();
        this.owner = workspace.key();
        // Credentials for programs and browsers of people never give access to /internal or to the keys of others.
        this.roles = roles.stream().filter(role -> !NEVER.contains(role)).sorted().toArray(String[]::new);
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** Whether this secret is the one. */
    public boolean accepts(Secret secret) {
        return secret.matches(secretHash);
    }

    /**
     * The caller that it represents until then, for other services.
     *
     * @param end of its life, if it has one
     */
    public VerifiedKey verified(@Nullable Instant end) {
        return new VerifiedKey(tenant, subject, Set.of(roles), owner, end);
    }

    /** Its public part. */
    public UUID id() {
        return id;
    }

    /** The one workspace in which it can be used. */
    public Owner workspace() {
        return new Owner(tenant, owner);
    }

    /** The roles of the caller. */
    public String[] roles() {
        return roles.clone();
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it expires, if it does. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }
}
