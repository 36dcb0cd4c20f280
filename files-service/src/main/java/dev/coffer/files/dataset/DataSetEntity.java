package dev.coffer.files.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of the table {@code data_set}. */
@Entity
@Table(name = "data_set")
public class DataSetEntity {
    @EmbeddedId
    public DataSetKey key;

    @Column(name = "external_id")
    public String externalId;

    public String name;
    public String description;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> metadata;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    EitherId identifier() {
        return new EitherId(key.id(), null);
    }
}
