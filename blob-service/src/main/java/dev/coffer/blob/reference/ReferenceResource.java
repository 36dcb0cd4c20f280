package dev.coffer.blob.reference;

import dev.coffer.blob.download.BlobAnswer;
import dev.coffer.common.blob.LinkRequest;
import dev.coffer.common.blob.StoredBlob;
import dev.coffer.common.caller.Caller;
import dev.coffer.common.http.RequestBody;
import io.vertx.core.http.HttpServerRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** References, as the other services use them. */
@Path("/internal/refs/{ref}")
@RolesAllowed(Caller.INTERNAL)
@RunOnVirtualThread
class ReferenceResource {
    private final ReferenceService references;
    private final BlobAnswer content;
    private final RequestBody body;

    ReferenceResource(ReferenceService references, BlobAnswer content, RequestBody body) {
        this.references = references;
        this.content = content;
        this.body = body;
    }

    @PUT
    @Operation(operationId = "linkBlob", summary = "A new reference to content that the caller may already see")
    public StoredBlob link(UUID ref) {
        return references.link(ref, body.json(LinkRequest.class));
    }

    @DELETE
    @Operation(operationId = "releaseReference", summary = "Gives a reference back")
    public void release(UUID ref) {
        references.release(ref);
    }

    @GET
    @Path("content")
    @Operation(operationId = "readReference", summary = "The content, or a range of it")
    public Response read(UUID ref, @Context HttpServerRequest request) {
        return content.of(references.content(ref), request);
    }
}
