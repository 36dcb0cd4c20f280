package dev.coffer.files.label;

import dev.coffer.files.dataset.EitherId;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.Label;
import dev.coffer.files.page.PageLimit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about definitions of labels. */
final class LabelRequests {
    private LabelRequests() {}

    /** New definitions of labels. */
    @Schema(name = "CreateLabelsRequest")
    record CreateLabelsRequest(@Schema(required = true, maxItems = LabelRules.MOST) List<Item> items) {

        /** What a client says about a label. */
        @Schema(name = "NewLabelDefinition")
        record Item(
                @Schema(required = true, maxLength = FieldLimits.EXTERNAL_ID) String externalId,
                @Schema(required = true, minLength = 1, maxLength = LabelRules.NAME) String name,
                @Schema(maxLength = LabelRules.DESCRIPTION) @Nullable String description,
                @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long dataSetId) {}
    }

    /** Which page of which labels. */
    @Schema(name = "ListLabelsRequest")
    record ListLabelsRequest(
            @Nullable Filter filter,
            @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED)
            @Nullable Long limit,
            @Schema(description = "The nextCursor of the page before.") @Nullable String cursor) {

        /** What the labels must be like; everything that is present must hold. */
        @Schema(name = "LabelFilter")
        record Filter(
                @Schema(maxLength = LabelRules.NAME) @Nullable String name,
                @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalIdPrefix,
                @Schema(maxItems = LabelRules.DATA_SETS, description = EitherId.ANY)
                @Nullable List<EitherId> dataSetIds) {}
    }

    /** Which labels are meant. */
    @Schema(name = "LabelIdsRequest")
    record LabelIdsRequest(
            @Schema(required = true, maxItems = LabelRules.MOST, uniqueItems = true) List<Label> items,
            @Schema(defaultValue = "false", description = "Whether unknown labels are left out instead of refused.")
            @Nullable Boolean ignoreUnknownIds) {}
}
