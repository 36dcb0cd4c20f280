package dev.coffer.blob.pending;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An object in the store that is not content yet, or not any more. It counts against the quota until it is swept. */
@Entity
@Table(name = "upload")
public class PendingObject {
    @Id
    UUID id;

    UUID ref;

    @Column(name = "object_key")
    String objectKey;

    @Column(name = "store_upload_id")
    @Nullable
    String storeUploadId;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    /** Null for what was content before. */
    @Nullable
    String tenant;

    /** Bytes that it takes of the quota. */
    long reserved;

    protected PendingObject() {}

    public PendingObject(UUID ref, Owner owner) {
        this.id = Ids.next();
        this.ref = ref;
        this.tenant = owner.tenant();
        this.objectKey = "t-" + URLEncoder.encode(owner.tenant(), StandardCharsets.UTF_8) + "/" + id;
    }

    public UUID id() {
        return id;
    }

    /** The reference that it is to become the content of. */
    public UUID ref() {
        return ref;
    }

    public String objectKey() {
        return objectKey;
    }

    /** Whether the store gets it in parts, and not in one piece. */
    public boolean inParts() {
        return storeUploadId != null;
    }

    /** How the store calls an object in parts. */
    public String storeUploadId() {
        return Objects.requireNonNull(storeUploadId, "the object is in one piece");
    }

    /** The tenant whose quota it counts against. */
    String tenant() {
        return Objects.requireNonNull(tenant, "it was content before");
    }

    public long reserved() {
        return reserved;
    }
}
