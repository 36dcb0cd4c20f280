package dev.coffer.files.dataset;

import dev.coffer.files.file.FieldLimits;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** New data sets. */
record CreateDataSetsRequest(
        @Schema(required = true, maxItems = DataSetRules.MOST_CREATED) List<Item> items) {

    /** What a client says about a data set; everything may be absent. */
    @Schema(name = "NewDataSet")
    record Item(
            @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalId,
            @Schema(minLength = 1, maxLength = DataSetRules.NAME) @Nullable String name,
            @Schema(minLength = 1, maxLength = DataSetRules.DESCRIPTION) @Nullable String description,
            @Schema(maxProperties = FieldLimits.METADATA_PAIRS) @Nullable Map<String, String> metadata,
            @Schema(
                            defaultValue = "false",
                            description = "Must not be true: a protection that is not enforced is not accepted.")
                    @Nullable Boolean writeProtected) {}
}
