package dev.coffer.blob.download;

import dev.coffer.blob.reference.Keepers;
import dev.coffer.blob.reference.OwnerParameters;
import dev.coffer.blob.reference.ReferenceService;
import dev.coffer.common.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Content for the other services. */
@Path("/internal/refs/{ref}/content")
@RolesAllowed(Caller.INTERNAL)
@RunOnVirtualThread
class ReferenceContentResource {
    private final ReferenceService references;
    private final BlobAnswer content;
    private final Keepers keepers;

    ReferenceContentResource(ReferenceService references, BlobAnswer content, Keepers keepers) {
        this.references = references;
        this.content = content;
        this.keepers = keepers;
    }

    @GET
    @Operation(operationId = "readReference", summary = "The content, or a range of it")
    public Response read(UUID ref, @BeanParam OwnerParameters named, @Context HttpServerRequest request) {
        return content.of(references.content(ref, keepers.admit(named.owner())), request);
    }
}
