package dev.coffer.asset.list;

import dev.coffer.asset.filter.AssetFilterParameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/assets} as texts: filters, and the page. */
class AssetListParameters extends AssetFilterParameters {
    @QueryParam("limit")
    @Parameter(description = "Most assets to return",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "20"))
    @Nullable
    String limit;

    @QueryParam("offset")
    @Parameter(description = "Assets to skip",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    @Nullable
    String offset;

    @QueryParam("sort")
    @Parameter(description = "What to sort by",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "created_at",
                    enumeration = {"name", "created_at", "updated_at", "size", "last_access_time"}))
    @Nullable
    String sort;

    @QueryParam("order")
    @Parameter(description = "Direction of the sort",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "desc", enumeration = {"asc", "desc"}))
    @Nullable
    String order;

    @QueryParam("after")
    @Parameter(description = "The next_cursor of the page before; wins over offset")
    @Nullable
    String after;
}
