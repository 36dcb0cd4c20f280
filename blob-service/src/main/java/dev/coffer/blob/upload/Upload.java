package dev.coffer.blob.upload;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Bytes on their way to the store. */
@Entity
public class Upload {
    @Id
    UUID id;

    UUID ref;

    @Column(name = "object_key")
    String objectKey;

    @Column(name = "store_upload_id")
    String storeUploadId;

    @Column(name = "lease_until")
    Instant leaseUntil;

    /** Null for what was content before. */
    String tenant;

    /** Bytes that it takes of the quota. */
    long reserved;

    protected Upload() {}

    Upload(UUID ref, Owner owner) {
        this.id = Ids.next();
        this.ref = ref;
        this.tenant = owner.tenant();
        this.objectKey = "t-" + URLEncoder.encode(owner.tenant(), StandardCharsets.UTF_8) + "/" + id;
    }

    UUID id() {
        return id;
    }

    String objectKey() {
        return objectKey;
    }

    /** How the store calls an object in parts; null for an object in one piece. */
    String storeUploadId() {
        return storeUploadId;
    }
}
