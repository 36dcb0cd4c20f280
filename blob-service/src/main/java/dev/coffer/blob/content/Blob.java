package dev.coffer.blob.content;

import dev.coffer.common.tracing.RequestTrace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One content of one tenant; its bytes are in the row if they are few, else in the store under its key. */
@Entity
public class Blob {
    @Id
    UUID id;

    String tenant;
    byte @Nullable [] hash;
    byte @Nullable [] sha256;
    long size;

    @Column(name = "object_key")
    @Nullable
    String objectKey;

    byte @Nullable [] content;

    @Column(name = "created_at", insertable = false, updatable = false)
    Instant createdAt;

    /** When it was marked for deletion, after which there can be no new reference to it; so far always null. */
    @Column(name = "marked_at")
    @Nullable
    Instant markedAt;

    @Column(name = "request_id", insertable = false, updatable = false)
    String requestId;

    @Column(insertable = false, updatable = false)
    String traceparent;

    protected Blob() {}

    public UUID id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public long size() {
        return size;
    }

    /** {@code blake3:<hex>}, once it is computed. */
    public @Nullable String hash() {
        return Digests.blake3Text(hash);
    }

    /** {@code sha256:<hex>}, once it is computed. */
    public @Nullable String sha256() {
        return Digests.sha256Text(sha256);
    }

    /** The key in the store, unless the bytes are in the row. */
    public String objectKey() {
        return Objects.requireNonNull(objectKey, "the bytes are in the row");
    }

    /** The bytes, unless they are in the store. */
    public byte @Nullable [] content() {
        return content;
    }

    /** Of the request that made it: what is done with it in the background belongs to that. */
    public RequestTrace trace() {
        return RequestTrace.resumed(requestId, traceparent);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** A strong validator, quoted: equal bytes of a tenant have an equal one. */
    public String etag() {
        return '"' + (hash == null ? id.toString() : HexFormat.of().formatHex(hash)) + '"';
    }
}
