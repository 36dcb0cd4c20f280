package dev.coffer.asset.list;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query of {@code GET /api/assets} as it arrives: texts, so that a wrong one is a 400 in our own words. */
class AssetListParameters {
    @QueryParam("include_tags")
    @Parameter(name = "include_tags", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Assets that have ALL of these tags. A repeated key works too")
    List<String> includeTags;

    @QueryParam("exclude_tags")
    @Parameter(name = "exclude_tags", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Assets that have NONE of these tags")
    List<String> excludeTags;

    @QueryParam("tags_all")
    @Parameter(name = "tags_all", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Newer name of include_tags; not both")
    List<String> tagsAll;

    @QueryParam("tags_any")
    @Parameter(name = "tags_any", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Assets that have AT LEAST ONE of these tags")
    List<String> tagsAny;

    @QueryParam("tags_none")
    @Parameter(name = "tags_none", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Newer name of exclude_tags; not both")
    List<String> tagsNone;

    @QueryParam("name_contains")
    @Parameter(name = "name_contains", in = ParameterIn.QUERY,
            description = "Assets whose name contains this text, in any case")
    String nameContains;

    @QueryParam("metadata_filter")
    @Parameter(name = "metadata_filter", in = ParameterIn.QUERY,
            description = "JSON object: assets whose metadata have these values; a list means any of its elements,"
                    + " null means absent")
    String metadataFilter;

    @QueryParam("limit")
    @Parameter(name = "limit", in = ParameterIn.QUERY,
            description = "Most assets to return",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "20"))
    String limit;

    @QueryParam("offset")
    @Parameter(name = "offset", in = ParameterIn.QUERY,
            description = "Assets to skip",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    String offset;

    @QueryParam("sort")
    @Parameter(name = "sort", in = ParameterIn.QUERY,
            description = "What to sort by",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "created_at",
                    enumeration = {"name", "created_at", "updated_at", "size", "last_access_time"}))
    String sort;

    @QueryParam("order")
    @Parameter(name = "order", in = ParameterIn.QUERY,
            description = "Direction of the sort",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "desc", enumeration = {"asc", "desc"}))
    String order;

    @QueryParam("include_public")
    @Parameter(name = "include_public", in = ParameterIn.QUERY,
            description = "Whether assets that everybody sees are among them",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
    String includePublic;

    @QueryParam("after")
    @Parameter(name = "after", in = ParameterIn.QUERY,
            description = "The next_cursor of the page before; wins over offset")
    String after;

    @QueryParam("hash")
    @Parameter(name = "hash", in = ParameterIn.QUERY,
            description = "Assets with exactly this content hash")
    String hash;

    @QueryParam("asset_hash")
    @Parameter(name = "asset_hash", in = ParameterIn.QUERY,
            description = "Older name of hash")
    String assetHash;

    @QueryParam("job_ids")
    @Parameter(name = "job_ids", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Assets that one of these jobs has produced")
    List<String> jobIds;
}
