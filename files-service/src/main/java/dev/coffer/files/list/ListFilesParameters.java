package dev.coffer.files.list;

import static dev.coffer.files.list.QueryTexts.flag;
import static dev.coffer.files.list.QueryTexts.number;

import dev.coffer.files.file.Limits;
import dev.coffer.files.page.PageLimit;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query of {@code GET /files} as it arrives: texts, so that a wrong one is a 400 in our own words. */
class ListFilesParameters {
    @QueryParam("limit")
    @Parameter(name = "limit", in = ParameterIn.QUERY,
            description = "More than 1000 counts as 1000",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = PageLimit.DEFAULT_TEXT))
    String limit;

    @QueryParam("cursor")
    @Parameter(name = "cursor", in = ParameterIn.QUERY,
            description = "The nextCursor of the page before")
    String cursor;

    @QueryParam("partition")
    @Parameter(name = "partition", in = ParameterIn.QUERY,
            description = "m/n: the m-th of n equal slices of all files",
            schema = @Schema(type = SchemaType.STRING, pattern = Partition.PATTERN))
    String partition;

    @QueryParam("name")
    @Parameter(name = "name", in = ParameterIn.QUERY,
            description = "Files with exactly this name",
            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.NAME))
    String name;

    @QueryParam("mimeType")
    @Parameter(name = "mimeType", in = ParameterIn.QUERY,
            description = "Files with exactly this type",
            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.MIME_TYPE))
    String mimeType;

    @QueryParam("source")
    @Parameter(name = "source", in = ParameterIn.QUERY,
            description = "Files from exactly this source",
            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.SOURCE))
    String source;

    @QueryParam("externalIdPrefix")
    @Parameter(name = "externalIdPrefix", in = ParameterIn.QUERY,
            description = "Files whose externalId begins so",
            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.EXTERNAL_ID))
    String externalIdPrefix;

    @QueryParam("uploaded")
    @Parameter(name = "uploaded", in = ParameterIn.QUERY,
            description = "Whether they have content",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String uploaded;

    @QueryParam("assetIds")
    @Parameter(name = "assetIds", in = ParameterIn.QUERY,
            description = "Files of any of these assets: a repeated key, or a JSON array")
    List<String> assetIds;

    @QueryParam("dataSetIds")
    @Parameter(name = "dataSetIds", in = ParameterIn.QUERY,
            description = "Files in any of these data sets: ids as a repeated key, or a JSON array of ids or identifiers")
    List<String> dataSetIds;

    @QueryParam("assetExternalIds")
    @Parameter(name = "assetExternalIds", in = ParameterIn.QUERY,
            description = "Refused: there is no asset tree here")
    List<String> assetExternalIds;

    @QueryParam("rootAssetIds")
    @Parameter(name = "rootAssetIds", in = ParameterIn.QUERY,
            description = "Refused: there is no asset tree here")
    List<String> rootAssetIds;

    @QueryParam("assetSubtreeIds")
    @Parameter(name = "assetSubtreeIds", in = ParameterIn.QUERY,
            description = "Refused: there is no asset tree here")
    List<String> assetSubtreeIds;

    @QueryParam("assetSubtreeExternalIds")
    @Parameter(name = "assetSubtreeExternalIds", in = ParameterIn.QUERY,
            description = "Refused: there is no asset tree here")
    List<String> assetSubtreeExternalIds;

    @QueryParam("minCreatedTime")
    @Parameter(name = "minCreatedTime", in = ParameterIn.QUERY,
            description = "Files with a createdTime from this one",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    String minCreatedTime;

    @QueryParam("maxCreatedTime")
    @Parameter(name = "maxCreatedTime", in = ParameterIn.QUERY,
            description = "Files with a createdTime up to this one",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    String maxCreatedTime;

    @QueryParam("minLastUpdatedTime")
    @Parameter(name = "minLastUpdatedTime", in = ParameterIn.QUERY,
            description = "Files with a lastUpdatedTime from this one",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    String minLastUpdatedTime;

    @QueryParam("maxLastUpdatedTime")
    @Parameter(name = "maxLastUpdatedTime", in = ParameterIn.QUERY,
            description = "Files with a lastUpdatedTime up to this one",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    String maxLastUpdatedTime;

    @QueryParam("minUploadedTime")
    @Parameter(name = "minUploadedTime", in = ParameterIn.QUERY,
            description = "Files with a uploadedTime from this one",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    String minUploadedTime;

    @QueryParam("maxUploadedTime")
    @Parameter(name = "maxUploadedTime", in = ParameterIn.QUERY,
            description = "Files with a uploadedTime up to this one",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    String maxUploadedTime;

    @QueryParam("minSourceCreatedTime")
    @Parameter(name = "minSourceCreatedTime", in = ParameterIn.QUERY,
            description = "Files with a sourceCreatedTime from this one",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    String minSourceCreatedTime;

    @QueryParam("maxSourceCreatedTime")
    @Parameter(name = "maxSourceCreatedTime", in = ParameterIn.QUERY,
            description = "Files with a sourceCreatedTime up to this one",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    String maxSourceCreatedTime;

    @QueryParam("minSourceModifiedTime")
    @Parameter(name = "minSourceModifiedTime", in = ParameterIn.QUERY,
            description = "Files with a sourceModifiedTime from this one",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    String minSourceModifiedTime;

    @QueryParam("maxSourceModifiedTime")
    @Parameter(name = "maxSourceModifiedTime", in = ParameterIn.QUERY,
            description = "Files with a sourceModifiedTime up to this one",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
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
                unlessEmpty(assetExternalIds),
                unlessEmpty(rootAssetIds),
                unlessEmpty(both(assetSubtreeIds, assetSubtreeExternalIds)),
                QueryTexts.dataSets("dataSetIds", dataSetIds),
                range(
                        number("minCreatedTime", minCreatedTime),
                        number("maxCreatedTime", maxCreatedTime)),
                range(
                        number("minLastUpdatedTime", minLastUpdatedTime),
                        number("maxLastUpdatedTime", maxLastUpdatedTime)),
                range(
                        number("minUploadedTime", minUploadedTime),
                        number("maxUploadedTime", maxUploadedTime)),
                range(
                        number("minSourceCreatedTime", minSourceCreatedTime),
                        number("maxSourceCreatedTime", maxSourceCreatedTime)),
                range(
                        number("minSourceModifiedTime", minSourceModifiedTime),
                        number("maxSourceModifiedTime", maxSourceModifiedTime)),
                flag("uploaded", uploaded),
                null,
                null,
                null);
        return new ListFilesRequest(filter, number("limit", limit), unlessEmpty(cursor), unlessEmpty(partition));
    }

    private static TimeRange range(Long min, Long max) {
        return min == null && max == null ? null : new TimeRange(min, max);
    }

    private static String unlessEmpty(String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    private static <T> List<T> unlessEmpty(List<? extends T> values) {
        return values.isEmpty() ? null : List.copyOf(values);
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
