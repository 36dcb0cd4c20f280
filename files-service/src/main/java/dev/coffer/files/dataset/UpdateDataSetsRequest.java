package dev.coffer.files.dataset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.coffer.files.change.MetadataUpdate;
import dev.coffer.files.change.Value;
import dev.coffer.files.file.FieldLimits;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which data sets to change, and how. */
record UpdateDataSetsRequest(
        @Schema(required = true, maxItems = DataSetRules.MOST_UPDATED) List<Item> items) {

    /** A data set, named in exactly one way, and its changes. */
    @Schema(name = "DataSetUpdateItem")
    record Item(
            @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long id,
            @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalId,
            @Schema(required = true) Update update) {

        @JsonIgnore
        EitherId identifier() {
            return new EitherId(id, externalId);
        }
    }

    /** What is absent stays. */
    @Schema(name = "DataSetUpdate")
    record Update(
            Value.@Nullable OfText externalId,
            Value.@Nullable OfText name,
            Value.@Nullable OfText description,
            @Nullable MetadataUpdate metadata,
            Value.@Nullable OfFlag writeProtected) {}
}
