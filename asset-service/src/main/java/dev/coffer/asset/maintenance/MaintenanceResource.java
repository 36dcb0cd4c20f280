package dev.coffer.asset.maintenance;

import dev.coffer.asset.api.AssetApi;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.error.ServiceException;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Scans of local directories. There are none, so each scan ends at once (comfy.md section 2.14). */
@Path("/api/assets")
@Tag(name = AssetApi.TAG)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
class MaintenanceResource {
    private final RequestBody body;

    MaintenanceResource(RequestBody body) {
        this.body = body;
    }

    /** Starts a scan, and ends it. */
    @POST
    @Path("seed")
    @Operation(operationId = "seedAssets", summary = "Scan for new files",
            description = "For open-source front ends. There is no local disk: nothing is ever found.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = SeedRequest.class)))
    @APIResponse(responseCode = "200", description = "Done; with wait=true",
            content = @Content(schema = @Schema(implementation = MaintenanceAnswers.Seed.class)))
    @APIResponse(responseCode = "202", description = "Started",
            content = @Content(schema = @Schema(implementation = MaintenanceAnswers.Seed.class)))
    public Response seed(
            @QueryParam("wait")
            @Parameter(description = "true: answer when the scan has ended",
                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) String wait) {
        if (body.declaredLength() != 0) {
            body.json(SeedRequest.class).check();
        }
        return "true".equalsIgnoreCase(wait)
                ? Response.ok(MaintenanceAnswers.COMPLETED).build()
                : Response.accepted(MaintenanceAnswers.STARTED).build();
    }

    /** Whether a scan is running. */
    @GET
    @Path("seed/status")
    @Operation(operationId = "getSeedStatus", summary = "State of the scan")
    @APIResponseSchema(responseCode = "200", value = MaintenanceAnswers.Status.class,
            responseDescription = "None is running")
    public MaintenanceAnswers.Status status() {
        return MaintenanceAnswers.IDLE;
    }

    /** Ends the scan that is running, if one is. */
    @POST
    @Path("seed/cancel")
    @Operation(operationId = "cancelSeed", summary = "Cancel the scan")
    @APIResponseSchema(responseCode = "200", value = MaintenanceAnswers.Cancelled.class,
            responseDescription = "None was running")
    public MaintenanceAnswers.Cancelled cancel() {
        return MaintenanceAnswers.CANCELLED;
    }

    /** Marks assets whose bytes are gone. */
    @POST
    @Path("prune")
    @Operation(operationId = "pruneAssets", summary = "Mark assets without bytes",
            description = "For open-source front ends. Bytes of an asset are never gone: nothing is ever marked.")
    @APIResponseSchema(responseCode = "200", value = MaintenanceAnswers.Pruned.class, responseDescription = "Done")
    public MaintenanceAnswers.Pruned prune() {
        return MaintenanceAnswers.PRUNED;
    }

    /** Which directories an open-source server would scan. */
    @Schema(name = "SeedAssets")
    record SeedRequest(
            @Schema(description = "Some of models, input and output; all of them if absent")
            @Nullable List<String> roots) {
        private static final Set<String> ROOTS = Set.of("models", "input", "output");

        void check() {
            if (roots != null && !roots.stream().allMatch(root -> root != null && ROOTS.contains(root))) {
                throw ServiceException.invalidBody("roots", "must be some of models, input, output");
            }
        }
    }
}
