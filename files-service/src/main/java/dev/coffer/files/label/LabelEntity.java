package dev.coffer.files.label;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code label}. */
@Entity
@Table(name = "label")
public class LabelEntity {
    private static final int EMPTY = 120;

    @EmbeddedId
    public LabelKey key;

    public String name;
    public @Nullable String description;

    @Column(name = "data_set_id")
    public @Nullable Long dataSetId;

    @Column(name = "created_at")
    public Instant createdAt;

    /** About how many bytes it takes in an answer. */
    long answerBytes() {
        return EMPTY + key.externalId().length() + name.length() + (description == null ? 0 : description.length());
    }
}
