package dev.coffer.blob.session;

import dev.coffer.blob.pending.PendingObject;
import dev.coffer.common.blobclient.UploadSessionRequest;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.share.Holder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The right to upload that a link carries, until it expires or is withdrawn. */
@Entity
@Table(name = "upload_right")
public class UploadSession {
    private static final String NO_PARTS = "the content comes in one PUT";

    @Id
    UUID id;

    String tenant;
    String owner;
    String entity;

    @Column(name = "max_size")
    long maxSize;

    @Column(name = "expires_at")
    Instant expiresAt;

    /** How many parts the content has; absent if it comes in one PUT. */
    @Nullable
    Integer parts;

    @Column(name = "upload_id")
    @Nullable
    UUID objectId;

    /** Whether the parts are being put together, so that no more are taken. */
    @Column(name = "completing")
    boolean sealed;

    /** The reference that the parts have become, once they have. */
    @Column(name = "completed_ref")
    @Nullable
    UUID completedRef;

    /** Whether it is withdrawn only for its owner, as references are given back. */
    @Column(name = "by_owner_only", insertable = false, updatable = false)
    boolean byOwnerOnly;

    protected UploadSession() {}

    UploadSession(UUID id, UploadSessionRequest request) {
        this.id = id;
        this.tenant = request.tenant();
        this.owner = request.owner();
        this.entity = request.entity();
        this.maxSize = request.maxSize();
        this.expiresAt = request.expiresAt();
    }

    UploadSession(UUID id, UploadSessionRequest request, PendingObject object) {
        this(id, request);
        this.parts = request.parts();
        this.objectId = object.id();
    }

    public UUID id() {
        return id;
    }

    public Owner owner() {
        return new Owner(tenant, owner);
    }

    /** Who takes memory and streams for what comes by the link. */
    public Holder holder() {
        return new Holder(tenant, id.toString());
    }

    public long maxSize() {
        return maxSize;
    }

    public boolean inParts() {
        return parts != null;
    }

    /** How many parts the content has, where it comes in parts. */
    public int parts() {
        return Objects.requireNonNull(parts, NO_PARTS);
    }

    /** The object that the parts become, where there are parts. */
    public UUID objectId() {
        return Objects.requireNonNull(objectId, NO_PARTS);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether it takes no more parts. */
    public boolean sealed() {
        return sealed;
    }

    /** Takes no more parts. */
    public void seal() {
        sealed = true;
    }

    /** The reference that the parts have become, once they have. */
    public @Nullable UUID completedRef() {
        return completedRef;
    }

    /** The parts have become the content of a reference. */
    public void complete(UUID ref) {
        completedRef = ref;
    }
}
