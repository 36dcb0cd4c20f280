package dev.coffer.files.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code data_set}. */
@Entity
@Table(name = "data_set")
public class DataSetEntity {
    private static final int EMPTY = 200;
    private static final int MEMBER = 6;

    @EmbeddedId
    public DataSetKey key;

    @Column(name = "external_id")
    public @Nullable String externalId;

    public @Nullable String name;
    public @Nullable String description;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable Map<String, String> metadata;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    EitherId identifier() {
        return new EitherId(key.id(), null);
    }

    /** About how many bytes it takes in an answer. */
    long answerBytes() {
        long pairs = metadata == null ? 0 : metadata.entrySet().stream()
                .mapToLong(pair -> MEMBER + pair.getKey().length() + pair.getValue().length())
                .sum();
        return EMPTY + length(externalId) + length(name) + length(description) + pairs;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
