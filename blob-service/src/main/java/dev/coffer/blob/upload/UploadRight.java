package dev.coffer.blob.upload;

import dev.coffer.common.blob.OpenUpload;
import dev.coffer.common.caller.Owner;
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

    protected UploadRight() {}

    UploadRight(UUID id, OpenUpload request) {
        this.id = id;
        this.tenant = request.tenant();
        this.owner = request.owner();
        this.entity = request.entity();
        this.maxSize = request.maxSize();
        this.expiresAt = request.expiresAt();
    }

    UUID id() {
        return id;
    }

    Owner owner() {
        return new Owner(tenant, owner);
    }

    long maxSize() {
        return maxSize;
    }
}
