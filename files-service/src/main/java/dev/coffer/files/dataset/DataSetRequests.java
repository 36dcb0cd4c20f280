package dev.coffer.files.dataset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.coffer.files.change.MetadataUpdate;
import dev.coffer.files.change.Value;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.page.PageLimit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about data sets. */
final class DataSetRequests {
    private DataSetRequests() {}

    /** New data sets. */
    @Schema(name = "CreateDataSetsRequest")
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

    /** Which page of which data sets. */
    @Schema(name = "ListDataSetsRequest")
    record ListDataSetsRequest(
            @Nullable DataSetFilter filter,
            @Schema(minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT, description = PageLimit.CLAMPED)
            @Nullable Long limit,
            @Schema(description = "The nextCursor of the page before.") @Nullable String cursor) {}

    /** Which data sets to count; without a filter all. */
    @Schema(name = "AggregateDataSetsRequest")
    record AggregateDataSetsRequest(DataSetFilter filter) {}

    /** Which data sets to give back. */
    @Schema(name = "DataSetsByIdsRequest")
    record DataSetsByIdsRequest(
            @Schema(required = true, maxItems = DataSetsByIdsRequest.MOST, uniqueItems = true) List<EitherId> items,
            @Schema(defaultValue = "false", description = "Whether unknown data sets are left out instead of refused.")
            @Nullable Boolean ignoreUnknownIds) {
        static final int MOST = 1000;
    }

    /** Which data sets to change, and how. */
    @Schema(name = "UpdateDataSetsRequest")
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
}
