package dev.coffer.asset.file;

import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.content.AssetRepresentation;
import dev.coffer.asset.content.ContentDelivery;
import dev.coffer.common.caller.OpenedByLink;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/view}; needs credentials unless it has a signature. */
@Path(ViewResource.PATH)
@Tag(name = AssetApi.FILES)
@RunOnVirtualThread
@OpenedByLink
class ViewResource {
    static final String PATH = "/api/view";

    private final ViewService views;
    private final ContentDelivery delivery;
    private final HttpServerRequest http;

    ViewResource(ViewService views, ContentDelivery delivery, HttpServerRequest http) {
        this.views = views;
        this.delivery = delivery;
        this.http = http;
    }

    /** A file by its name, or a link to it. */
    @GET
    @Operation(operationId = "viewFile", summary = "Show a file",
            description = "Types that a browser would run are always saved, never shown.")
    @SecurityRequirement(name = "ApiKeyAuth")
    @SecurityRequirement(name = "BearerAuth")
    @SecurityRequirement(name = "SessionCookie")
    @SecurityRequirementsSet
    @Parameter(ref = AssetApi.RANGE)
    @APIResponse(responseCode = "200", description = "The bytes", content = @Content(mediaType = "*/*",
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The bytes of the range")
    @APIResponse(responseCode = "302", description = "Location is a signed link that lives for minutes")
    @APIResponse(responseCode = "304", description = "The client has it already")
    @APIResponse(responseCode = "403", description = AssetApi.FORBIDDEN_OR_UNSIGNED)
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "416")
    public Response view(@BeanParam ViewRequest request) {
        AssetRepresentation file = views.find(request);
        return request.wantsBytes() ? delivery.bytes(file, http) : delivery.answer(file, request.redirect, http);
    }
}
