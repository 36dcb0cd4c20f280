package dev.coffer.blob.upload;

import dev.coffer.common.blob.StoredBlob;
import dev.coffer.common.caller.Caller;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.http.RequestBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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

    BlobResource(Ingest ingest, RequestBody body, UploadConfig config) {
        this.ingest = ingest;
        this.body = body;
        this.config = config;
    }

    @PUT
    @Operation(operationId = "storeBlob", summary = "Stores content under a reference that the caller has chosen")
    public StoredBlob store(UUID ref, @QueryParam("tenant") String tenant, @QueryParam("owner") String owner)
            throws IOException {
        Destination to = new Destination(ref, new Owner(tenant, owner), null);
        return ingest.store(to, body.stream(config.maxSize().asLongValue()), body.declaredLength());
    }
}
