package dev.coffer.blob.ingest;

import dev.coffer.blob.reference.Keepers;
import dev.coffer.blob.reference.OwnerParameters;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Content from the other services. */
@Path("/internal/blobs/{ref}")
@RolesAllowed(Caller.INTERNAL)
@RunOnVirtualThread
class BlobResource {
    private final Ingest ingest;
    private final RequestBody body;
    private final UploadConfig config;
    private final Keepers keepers;

    BlobResource(Ingest ingest, RequestBody body, UploadConfig config, Keepers keepers) {
        this.ingest = ingest;
        this.body = body;
        this.config = config;
        this.keepers = keepers;
    }

    @PUT
    @Operation(operationId = "storeBlob", summary = "Stores content under a reference that the caller has chosen")
    public StoredBlob store(UUID ref, @BeanParam OwnerParameters named) throws IOException {
        Destination to = new Destination(ref, keepers.admit(named.owner()), null);
        return ingest.store(to, body.streamOfService(config.maxSize().asLongValue()), body.declaredLength());
    }
}
