package dev.coffer.files.list;

import static dev.coffer.files.list.QueryTexts.flag;
import static dev.coffer.files.list.QueryTexts.number;

import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.filter.FileFilter;
import dev.coffer.files.filter.Unsupported;
import dev.coffer.files.list.FileListRequests.ListFilesRequest;
import dev.coffer.files.page.PageLimit;
import dev.coffer.files.page.TimeRange;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /files} as it arrives: texts, so that a wrong one is a 400 in our own words. */
class ListFilesParameters {
    private static final String REFUSED = "Refused: there is no asset tree here";

    @QueryParam("limit")
    @Parameter(description = "More than 1000 counts as 1000",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before")
    @Nullable
    String cursor;

    @QueryParam("partition")
    @Parameter(description = "m/n: the m-th of n equal slices of all files",
            schema = @Schema(type = SchemaType.STRING, pattern = Partition.PATTERN))
    @Nullable
    String partition;

    @QueryParam("name")
    @Parameter(description = "Files with exactly this name",
            schema = @Schema(type = SchemaType.STRING, maxLength = FieldLimits.NAME))
    @Nullable
    String name;

    @QueryParam("mimeType")
    @Parameter(description = "Files with exactly this type",
            schema = @Schema(type = SchemaType.STRING, maxLength = FieldLimits.MIME_TYPE))
    @Nullable
    String mimeType;

    @QueryParam("source")
    @Parameter(description = "Files from exactly this source",
            schema = @Schema(type = SchemaType.STRING, maxLength = FieldLimits.SOURCE))
    @Nullable
    String source;

    @QueryParam("externalIdPrefix")
    @Parameter(description = "Files whose externalId begins so",
            schema = @Schema(type = SchemaType.STRING, maxLength = FieldLimits.EXTERNAL_ID))
    @Nullable
    String externalIdPrefix;

    @QueryParam("uploaded")
    @Parameter(description = "Whether they have content", schema = @Schema(type = SchemaType.BOOLEAN))
    @Nullable
    String uploaded;

    @QueryParam("assetIds")
    @Parameter(description = "Files of any of these assets: a repeated key, or a JSON array")
    List<String> assetIds = List.of();

    @QueryParam("dataSetIds")
    @Parameter(description = "Files in any of these data sets: ids as a repeated key, or a JSON array of ids or"
            + " identifiers")
    List<String> dataSetIds = List.of();

    @QueryParam("assetExternalIds")
    @Parameter(description = REFUSED)
    List<String> assetExternalIds = List.of();

    @QueryParam("rootAssetIds")
    @Parameter(description = REFUSED)
    List<String> rootAssetIds = List.of();

    @QueryParam("assetSubtreeIds")
    @Parameter(description = REFUSED)
    List<String> assetSubtreeIds = List.of();

    @QueryParam("assetSubtreeExternalIds")
    @Parameter(description = REFUSED)
    List<String> assetSubtreeExternalIds = List.of();

    @QueryParam("minCreatedTime")
    @Parameter(description = "Files with a createdTime from this one",
            schema = @Schema(implementation = EpochMillis.class))
    @Nullable
    String minCreatedTime;

    @QueryParam("maxCreatedTime")
    @Parameter(description = "Files with a createdTime up to this one",
            schema = @Schema(implementation = EpochMillis.class))
    @Nullable
    String maxCreatedTime;

    @QueryParam("minLastUpdatedTime")
    @Parameter(description = "Files with a lastUpdatedTime from this one",
            schema = @Schema(implementation = EpochMillis.class))
    @Nullable
    String minLastUpdatedTime;

    @QueryParam("maxLastUpdatedTime")
    @Parameter(description = "Files with a lastUpdatedTime up to this one",
            schema = @Schema(implementation = EpochMillis.class))
    @Nullable
    String maxLastUpdatedTime;

    @QueryParam("minUploadedTime")
    @Parameter(description = "Files with a uploadedTime from this one",
            schema = @Schema(implementation = EpochMillis.class))
    @Nullable
    String minUploadedTime;

    @QueryParam("maxUploadedTime")
    @Parameter(description = "Files with a uploadedTime up to this one",
            schema = @Schema(implementation = EpochMillis.class))
    @Nullable
    String maxUploadedTime;

    @QueryParam("minSourceCreatedTime")
    @Parameter(description = "Files with a sourceCreatedTime from this one",
            schema = @Schema(implementation = EpochMillis.class))
    @Nullable
    String minSourceCreatedTime;

    @QueryParam("maxSourceCreatedTime")
    @Parameter(description = "Files with a sourceCreatedTime up to this one",
            schema = @Schema(implementation = EpochMillis.class))
    @Nullable
    String maxSourceCreatedTime;

    @QueryParam("minSourceModifiedTime")
    @Parameter(description = "Files with a sourceModifiedTime from this one",
            schema = @Schema(implementation = EpochMillis.class))
    @Nullable
    String minSourceModifiedTime;

    @QueryParam("maxSourceModifiedTime")
    @Parameter(description = "Files with a sourceModifiedTime up to this one",
            schema = @Schema(implementation = EpochMillis.class))
    @Nullable
    String maxSourceModifiedTime;

    /** The same question as a body would ask it; an empty parameter is as good as absent. */
    ListFilesRequest request() {
        FileFilter filter = new FileFilter(
                unlessEmpty(name),
                unlessEmpty(mimeType),
                unlessEmpty(source),
                null,
                unlessEmpty(externalIdPrefix),
                null,
                QueryTexts.ids("assetIds", assetIds),
                Unsupported.ifAny(assetExternalIds),
                Unsupported.ifAny(rootAssetIds),
                Unsupported.ifAny(both(assetSubtreeIds, assetSubtreeExternalIds)),
                QueryTexts.dataSets("dataSetIds", dataSetIds),
                range("CreatedTime", minCreatedTime, maxCreatedTime),
                range("LastUpdatedTime", minLastUpdatedTime, maxLastUpdatedTime),
                range("UploadedTime", minUploadedTime, maxUploadedTime),
                range("SourceCreatedTime", minSourceCreatedTime, maxSourceCreatedTime),
                range("SourceModifiedTime", minSourceModifiedTime, maxSourceModifiedTime),
                flag("uploaded", uploaded),
                null,
                null,
                null);
        return new ListFilesRequest(filter, number("limit", limit), unlessEmpty(cursor), unlessEmpty(partition));
    }

    private static @Nullable TimeRange range(String time, @Nullable String min, @Nullable String max) {
        TimeRange range = new TimeRange(number("min" + time, min), number("max" + time, max));
        return range.min() == null && range.max() == null ? null : range;
    }

    private static @Nullable String unlessEmpty(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** What the OpenAPI document says about a time in a query; in Java it is a text until it is read. */
    @Schema(name = "EpochMillis", type = SchemaType.INTEGER, format = "int64", minimum = "0")
    interface EpochMillis {}
}
