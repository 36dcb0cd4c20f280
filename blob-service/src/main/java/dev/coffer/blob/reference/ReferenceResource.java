package dev.coffer.blob.reference;

import dev.coffer.common.blobclient.LinkRequest;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** References, as the other services use them. */
@Path("/internal/refs/{ref}")
@RolesAllowed(Caller.INTERNAL)
@RunOnVirtualThread
class ReferenceResource {
    private final ReferenceService references;
    private final RequestBody body;
    private final Keepers keepers;

    ReferenceResource(ReferenceService references, RequestBody body, Keepers keepers) {
        this.references = references;
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
    public void release(UUID ref, @BeanParam OwnerParameters named) {
        references.release(ref, keepers.admit(named.ownerIfNoted()));
    }
}
