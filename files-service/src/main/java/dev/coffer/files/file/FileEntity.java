package dev.coffer.files.file;

import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.text.Text;
import dev.coffer.files.geo.GeoBox;
import dev.coffer.files.geo.GeoLocation;
import dev.coffer.files.geo.GeoLocationColumn;
import dev.coffer.files.project.Project;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code file}. */
@Entity
@Table(name = "file")
public class FileEntity {
    @EmbeddedId
    public FileKey key;

    @Column(name = "external_id")
    public @Nullable String externalId;

    @Embedded
    public @Nullable InstanceId instanceId;

    public String name;

    /** The name as searches compare it; follows the name. */
    @Column(name = "folded_name")
    String foldedName;

    public @Nullable String directory;
    public @Nullable String source;

    @Column(name = "mime_type")
    public @Nullable String mimeType;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable Map<String, String> metadata;

    @Column(name = "asset_ids")
    public List<Long> assetIds;

    @Column(name = "data_set_id")
    public @Nullable Long dataSetId;

    @Column(name = "source_created_time")
    public @Nullable Long sourceCreatedTime;

    @Column(name = "source_modified_time")
    public @Nullable Long sourceModifiedTime;

    public List<String> labels;

    @Column(name = "geo_location")
    @ColumnTransformer(write = "cast(? as json)")
    @Convert(converter = GeoLocationColumn.class)
    public @Nullable GeoLocation geoLocation;

    /** Follows the location. */
    @Embedded
    @Nullable
    GeoBox geoBox;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(name = "upload_expires_at")
    public @Nullable Instant uploadExpiresAt;

    /** Null until content has come in. */
    @Embedded
    public @Nullable FileContent content;

    @PrePersist
    @PreUpdate
    void follow() {
        foldedName = folded(name);
        geoBox = GeoBox.around(geoLocation);
    }

    /** A name, or a part of one, as searches compare it. */
    public static String folded(String name) {
        return Text.folded(name);
    }

    public Project project() {
        return new Project(key.tenant(), key.project());
    }

    /** Whether this content is newer than what the file has. */
    public boolean isOlderThan(CompletedUpload upload) {
        return content == null || content.completion() < upload.completion();
    }
}
