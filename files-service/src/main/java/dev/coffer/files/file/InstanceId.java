package dev.coffer.files.file;

import dev.coffer.files.field.FieldLimits;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How data-modelling clients name a file.
 *
 * @param space of the data model
 * @param externalId unique in the space
 */
@Embeddable
public record InstanceId(
        @Schema(required = true, maxLength = FieldLimits.SPACE, pattern = FieldLimits.SPACE_PATTERN)
        @Column(name = "instance_space")
        @Nullable String space,
        @Schema(required = true, maxLength = FieldLimits.EXTERNAL_ID) @Column(name = "instance_external_id")
        @Nullable String externalId) {}
