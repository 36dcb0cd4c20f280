package dev.coffer.asset.tag;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/tags} as texts, so that an invalid one gets the error message of this service. */
class TagListParameters {
    @QueryParam("prefix")
    @Parameter(description = "How the tags begin: literally, in this case, without the blanks around it",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 256))
    @Nullable
    String prefix;

    @QueryParam("limit")
    @Parameter(description = "Most tags to return",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Nullable
    String limit;

    @QueryParam("offset")
    @Parameter(description = "Tags to skip",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    @Nullable
    String offset;

    @QueryParam("order")
    @Parameter(description = "Most used first, or by name",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "count_desc",
                    enumeration = {"count_desc", "name_asc"}))
    @Nullable
    String order;

    @QueryParam("include_zero")
    @Parameter(description = "Whether tags are among them that the workspace has used, and no asset has any more",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable
    String includeZero;

    @QueryParam("include_public")
    @Parameter(description = "Whether assets that everybody sees are counted",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
    @Nullable
    String includePublic;
}
