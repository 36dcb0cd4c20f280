package dev.coffer.asset.list;

import dev.coffer.asset.filter.AssetFilterParameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query of {@code GET /api/assets} as it arrives: filters, and the page. */
class AssetListParameters extends AssetFilterParameters {
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

    @QueryParam("after")
    @Parameter(name = "after", in = ParameterIn.QUERY,
            description = "The next_cursor of the page before; wins over offset")
    String after;
}
