package dev.coffer.userdata.usage;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the organisation of the caller holds; blob-service counts it (docs/adr/007-quotas.md). */
@Path("/api/usage")
@Authenticated
@RunOnVirtualThread
@Tag(name = "usage")
class UsageResource {
    private final CurrentCaller caller;
    private final BlobClient blobs;

    UsageResource(CurrentCaller caller, BlobClient blobs) {
        this.caller = caller;
        this.blobs = blobs;
    }

    /** Of all workspaces and projects together. */
    @GET
    @Operation(operationId = "getUsage", summary = "What your organisation holds, and may hold",
            description = "Counts the assets, user files and files of all workspaces and projects, each in full, and"
                    + " earlier contents that can be restored.")
    @APIResponse(responseCode = "200", description = "The usage, exact as of now; without limits if there are none.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UsageView.class)))
    public UsageView get() {
        return UsageView.of(blobs.usage(caller.workspace().tenant()));
    }
}
