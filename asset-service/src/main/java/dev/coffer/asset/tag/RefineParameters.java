package dev.coffer.asset.tag;

import dev.coffer.asset.filter.AssetFilterParameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/assets/tags/refine} as texts: the filters of a list, and a limit. */
class RefineParameters extends AssetFilterParameters {
    @QueryParam("limit")
    @Parameter(description = "Most tags to return",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Nullable String limit;
}
