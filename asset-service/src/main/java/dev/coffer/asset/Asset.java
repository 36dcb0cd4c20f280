package dev.coffer.asset;

import dev.coffer.asset.name.ContentName;
import dev.coffer.asset.name.Location;
import dev.coffer.asset.name.Place;
import dev.coffer.common.blobclient.ContentReference;
import dev.coffer.common.identity.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code asset}: a reference of one owner to one content. An expired one is not found any more
 * ({@link AssetExpiryTransactions} deletes it); native queries have to exclude it themselves.
 */
@Entity
@SQLRestriction("(expires_at is null or expires_at > now())")
@IdClass(AssetKey.class)
public class Asset {
    @Id
    public String tenant;

    @Id
    public String owner;

    @Id
    public UUID id;

    public String name;
    /** The name as {@code name_contains} compares it. */
    public String foldedName;
    /** The reference that holds the content in blob-service. */
    public UUID contentRef;

    public long size;
    public String hash;
    public @Nullable String sha256;
    /** Whether other uploads of the same bytes may have this asset as their outcome (comfy.md section 2.2). */
    public boolean reusable;
    /**
     * Whether its owner had these bytes before. Of one content there is one reusable asset at most of which this is
     * false.
     */
    public boolean repeats;

    public String mimeType;
    /** Where the client wants it to lie: version 2 of the API keeps it. */
    public @Nullable String filePath;

    /** The {@link Location} in which the file lies; empty for none. */
    public String fileType;
    /** The folder in there; empty for the root. */
    public String fileFolder;
    /** The name of the file there, independent of the label. */
    public String fileName;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> tags;

    public @Nullable UUID previewId;
    public @Nullable UUID jobId;

    @JdbcTypeCode(SqlTypes.JSON)
    public String userMetadata;

    @JdbcTypeCode(SqlTypes.JSON)
    public String metadata;

    /** The subject that created it; members of a workspace share its assets. */
    public String createdBy;

    public Instant createdAt;
    public Instant updatedAt;
    public Instant lastAccessTime;
    /** When it ends, if it does. */
    public @Nullable Instant expiresAt;

    /** Settles where the file lies, and what it is called there. */
    public void put(Place place, String called) {
        fileType = place.type();
        fileFolder = place.subfolder();
        fileName = called;
    }

    /** The file name that the API gives to its content. */
    public String contentName() {
        return ContentName.of(hash, fileName, mimeType);
    }

    /** The owner of the asset, of its content and of its renditions. */
    public Owner itsOwner() {
        return new Owner(tenant, owner);
    }

    /** The bytes of the asset. */
    public ContentReference content() {
        return new ContentReference(contentRef, itsOwner(), size);
    }

    public AssetKey key() {
        return new AssetKey(tenant, owner, id);
    }

    /** Whether all callers of the tenant see it; only publishers may change it. */
    public boolean isPublic() {
        return owner.equals(Owner.everybody(tenant).key());
    }
}
