package dev.coffer.blob.upload;

import dev.coffer.blob.parts.PartedUploads;
import dev.coffer.blob.reference.Keepers;
import dev.coffer.blob.reference.OwnerParameters;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.blobclient.UploadSessionRequest;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Uploads that clients carry out themselves: opened, withdrawn and asked for by the service that knows the client. */
@Path("/internal/uploads")
@RolesAllowed(Caller.INTERNAL)
@RunOnVirtualThread
class UploadSessionResource {
    private final UploadSessionTransactions sessions;
    private final PartedUploads parted;
    private final RequestBody body;
    private final Keepers keepers;

    UploadSessionResource(
            UploadSessionTransactions sessions, PartedUploads parted, RequestBody body, Keepers keepers) {
        this.sessions = sessions;
        this.parted = parted;
        this.body = body;
        this.keepers = keepers;
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "openUpload", summary = "Gives the right to upload; the same id again changes nothing")
    public void open(UUID id) {
        UploadSessionRequest request = body.json(UploadSessionRequest.class);
        keepers.admit(new Owner(request.tenant(), request.owner()));
        if (request.parts() == null) {
            sessions.open(id, request);
        } else {
            parted.open(id, request);
        }
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "closeUpload", summary = "Withdraws the right to upload")
    public void close(UUID id, @BeanParam OwnerParameters named) {
        sessions.close(id, keepers.admit(named.ownerIfNoted()));
    }

    @POST
    @Path("{id}/complete")
    @Operation(
            operationId = "completeUpload",
            summary = "Makes the parts of an upload its content; 204 if that is gone again")
    public Response complete(UUID id, @BeanParam OwnerParameters named) {
        return parted.complete(id, keepers.admit(named.owner())).map(Response::ok).orElseGet(Response::noContent)
                .build();
    }

    @POST
    @Path("completed")
    @Operation(operationId = "completedUploads", summary = "The completed uploads of some entities, the oldest first")
    public List<CompletedUpload> completed() {
        Question question = body.json(Question.class);
        Owner owner = keepers.admit(new Owner(question.tenant(), question.owner()));
        return sessions.completions(owner, question.entities());
    }

    /** Which entities of which owner are asked for. */
    record Question(String tenant, String owner, List<String> entities) {}
}
