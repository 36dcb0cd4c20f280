package dev.coffer.asset.filter;

import dev.coffer.asset.label.Tags;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a query as texts, so that an invalid one gets the error message of this service. Parameters with a
 * style repeat their name: without it the OpenAPI scanner takes all of them for one.
 */
public class AssetFilterParameters {
    private static final String AT_MOST = "at most " + Tags.MAX_COUNT;

    @QueryParam("include_tags")
    @Parameter(name = "include_tags", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Assets that have ALL of these tags, " + AT_MOST + ". A repeated key works too")
    public List<String> includeTags = List.of();

    @QueryParam("exclude_tags")
    @Parameter(name = "exclude_tags", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Assets that have NONE of these tags, " + AT_MOST)
    public List<String> excludeTags = List.of();

    @QueryParam("tags_all")
    @Parameter(name = "tags_all", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Newer name of include_tags; not both. At most " + Tags.MAX_COUNT)
    public List<String> tagsAll = List.of();

    @QueryParam("tags_any")
    @Parameter(name = "tags_any", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Assets that have AT LEAST ONE of these tags, " + AT_MOST)
    public List<String> tagsAny = List.of();

    @QueryParam("tags_none")
    @Parameter(name = "tags_none", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Newer name of exclude_tags; not both. At most " + Tags.MAX_COUNT)
    public List<String> tagsNone = List.of();

    @QueryParam("name_contains")
    @Parameter(description = "Assets whose name contains this text, in any case")
    public @Nullable String nameContains;

    @QueryParam("metadata_filter")
    @Parameter(description = "JSON object: assets whose metadata have these values; a list means any of its elements,"
            + " null means absent")
    public @Nullable String metadataFilter;

    @QueryParam("include_public")
    @Parameter(description = "Whether assets that everybody sees are among them",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
    public @Nullable String includePublic;

    @QueryParam("hash")
    @Parameter(
            description = "Assets with exactly this content: its hash, or the name of its file as GET /api/view takes"
                    + " it")
    public @Nullable String hash;

    @QueryParam("asset_hash")
    @Parameter(description = "Older name of hash")
    public @Nullable String assetHash;

    @QueryParam("job_ids")
    @Parameter(name = "job_ids", in = ParameterIn.QUERY, style = ParameterStyle.FORM, explode = Explode.FALSE,
            description = "Assets that one of these jobs has produced")
    public List<String> jobIds = List.of();
}
