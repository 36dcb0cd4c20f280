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

/** Front ends ask for it when they start; open to everybody, as in Comfy Cloud (comfy.md section 0.3). */
@Path("/api/system_stats")
@RunOnVirtualThread
@Tag(name = "server")
@PermitAll
class SystemStatsResource {
    private final SystemStatsView stats;

    SystemStatsResource(ServerConfig config) {
        this.stats = SystemStatsView.of(config.comfyuiVersion());
    }

    /** The same for everybody. */
    @GET
    @SecurityRequirementsSet
    @Operation(operationId = "getSystemStats", summary = "What this server is")
    @APIResponse(responseCode = "200", description = "The version of the API; everything else is empty.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = SystemStatsView.class)))
    public SystemStatsView get() {
        return stats;
    }
}
