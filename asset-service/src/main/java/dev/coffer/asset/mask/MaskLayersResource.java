package dev.coffer.asset.mask;

import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.file.FileTarget;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.identity.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The layers of a drawing, for a mask editor that opens it again. */
@Path("/api/files/mask-layers")
@Tag(name = AssetApi.FILES)
@RunOnVirtualThread
@Authenticated
class MaskLayersResource {
    private final MaskLayerService layers;
    private final CurrentCaller caller;

    MaskLayersResource(MaskLayerService layers, CurrentCaller caller) {
        this.layers = layers;
        this.caller = caller;
    }

    /** The names of the files that were saved together with this one. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getMaskLayers", summary = "Get the layers of a masked image",
            description = "404 for a file that is no layer of a drawing.")
    @APIResponseSchema(responseCode = "200", value = MaskLayersView.class,
            responseDescription = "A name or null for each layer")
    @APIResponse(responseCode = "404")
    public MaskLayersView layers(
            @QueryParam("filename")
            @Parameter(required = true, description = "Name of one of the files",
                    schema = @Schema(maxLength = 1024)) String filename) {
        Owner viewer = caller.workspace();
        return layers.around(viewer, FileTarget.of(filename, null, null));
    }
}
