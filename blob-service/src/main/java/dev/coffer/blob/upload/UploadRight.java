package dev.coffer.blob.upload;

import dev.coffer.blob.share.Holder;
import dev.coffer.common.blobclient.OpenUpload;
import dev.coffer.common.identity.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The right to upload that a link carries, until it expires or is withdrawn. */
@Entity
@Table(name = "upload_right")
public class UploadRight {
    @Id
    UUID id;

    String tenant;
    String owner;
    String entity;

    @Column(name = "max_size")
    long maxSize;

    @Column(name = "expires_at")
    Instant expiresAt;

    /** How many parts the content has; null if it comes in one PUT. */
    Integer parts;

    @Column(name = "upload_id")
    UUID uploadId;

    /** Whether the parts are being put together, so that no more are taken. */
    boolean completing;

    /** The reference that the parts have become; null until then. */
    @Column(name = "completed_ref")
    UUID completedRef;

    /** Whether it is withdrawn only for its owner, as references are given back. */
    @Column(name = "by_owner_only", insertable = false, updatable = false)
    boolean byOwnerOnly;

    protected UploadRight() {}

    UploadRight(UUID id, OpenUpload request) {
        this.id = id;
        this.tenant = request.tenant();
        this.owner = request.owner();
        this.entity = request.entity();
        this.maxSize = request.maxSize();
        this.expiresAt = request.expiresAt();
    }

    UploadRight(UUID id, OpenUpload request, Upload upload) {
        this(id, request);
        this.parts = request.parts();
        this.uploadId = upload.id();
    }

    boolean inParts() {
        return parts != null;
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    UUID id() {
        return id;
    }

    Owner owner() {
        return new Owner(tenant, owner);
    }

    /** Who takes memory and streams for what comes by the link. */
    Holder holder() {
        return new Holder(tenant, id.toString());
    }

    long maxSize() {
        return maxSize;
    }
}
