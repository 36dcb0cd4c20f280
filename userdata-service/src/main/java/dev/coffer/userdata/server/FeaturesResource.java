package dev.coffer.userdata.server;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this server can do; a front end asks before its user has logged in (comfy.md section 0.3). */
@Path("/api/features")
@RunOnVirtualThread
@Tag(name = "server")
@PermitAll
class FeaturesResource {
    private final FeaturesView features;

    FeaturesResource(ServerConfig config) {
        this.features = new FeaturesView(
                config.assets(), config.assets(), config.maxUploadSize().asLongValue(), false, false);
    }

    /** The same for everybody. */
    @GET
    @SecurityRequirementsSet
    @Operation(operationId = "getFeatures", summary = "What this server can do")
    @APIResponse(responseCode = "200", description = "Flags and limits.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = FeaturesView.class)))
    public FeaturesView get() {
        return features;
    }
}
