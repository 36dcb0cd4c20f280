package dev.coffer.files.dataset;

import dev.coffer.files.file.FieldLimits;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** New data sets. */
record CreateDataSetsRequest(
        @Schema(required = true, maxItems = DataSetRules.MOST_CREATED) List<Item> items) {

    /** What a client says about a data set; everything may be absent. */
    @Schema(name = "NewDataSet")
    record Item(
            @Schema(maxLength = FieldLimits.EXTERNAL_ID) String externalId,
            @Schema(minLength = 1, maxLength = DataSetRules.NAME) String name,
            @Schema(minLength = 1, maxLength = DataSetRules.DESCRIPTION) String description,
            @Schema(maxProperties = FieldLimits.METADATA_PAIRS) Map<String, String> metadata,
            @Schema(
                            defaultValue = "false",
                            description = "Must not be true: a protection that is not enforced is not accepted.")
                    Boolean writeProtected) {}
}
