package dev.coffer.files.label;

import dev.coffer.files.file.Label;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which labels are meant. */
record LabelIdsRequest(
        @Schema(required = true, maxItems = LabelRules.MOST, uniqueItems = true) List<Label> items,
        @Schema(defaultValue = "false", description = "Whether unknown labels are left out instead of refused.")
                @Nullable Boolean ignoreUnknownIds) {}
