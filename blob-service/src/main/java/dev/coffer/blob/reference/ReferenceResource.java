package dev.coffer.blob.reference;

import dev.coffer.blob.download.BlobAnswer;
import dev.coffer.common.blobclient.LinkRequest;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
    private final Keepers keepers;

    ReferenceResource(ReferenceService references, BlobAnswer content, RequestBody body, Keepers keepers) {
        this.references = references;
        this.content = content;
        this.body = body;
        this.keepers = keepers;
    }

    @PUT
    @Operation(operationId = "linkBlob", summary = "A new reference to content that the caller may already see")
    public StoredBlob link(UUID ref) {
        LinkRequest request = body.json(LinkRequest.class);
        keepers.admit(new Owner(request.tenant(), request.owner()));
        return references.link(ref, request);
    }

    @DELETE
    @Operation(operationId = "releaseReference", summary = "Gives a reference back")
    public void release(UUID ref, @BeanParam Claim claim) {
        references.release(ref, keepers.admit(claim.ownerIfNoted()));
    }

    @GET
    @Path("content")
    @Operation(operationId = "readReference", summary = "The content, or a range of it")
    public Response read(UUID ref, @BeanParam Claim claim, @Context HttpServerRequest request) {
        return content.of(references.content(ref, keepers.admit(claim.owner())), request);
    }
}
