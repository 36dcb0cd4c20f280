package dev.coffer.blob.upload;

import dev.coffer.blob.ingest.Destination;
import dev.coffer.blob.ingest.Ingest;
import dev.coffer.blob.parts.PartIngest;
import dev.coffer.blob.session.UploadSession;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.OpenedByLink;
import dev.coffer.common.signing.SignedToken;
import dev.coffer.common.signing.UploadLinkClaims;
import dev.coffer.common.time.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Content from clients, by signed link (cdf-files.md section 3.2). The link is the only credential: an Authorization
 * header, even an expired one, is ignored. Every PUT is an attempt of its own; the last one to complete wins. Some
 * links are for a part only (section 3.3).
 */
@Path("/blob/uploads/{token}")
@RunOnVirtualThread
@OpenedByLink
class UploadLinkResource {
    private final SignedToken tokens;
    private final UploadSessionTransactions sessions;
    private final Ingest ingest;
    private final PartIngest parts;
    private final RequestBody body;

    UploadLinkResource(
            SignedToken tokens,
            UploadSessionTransactions sessions,
            Ingest ingest,
            PartIngest parts,
            RequestBody body) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.ingest = ingest;
        this.parts = parts;
        this.body = body;
    }

    @PUT
    @Operation(operationId = "uploadByLink",
            summary = "Uploads the content, or the part of it, that the link was made for")
    public Response upload(String token) throws IOException {
        UploadLinkClaims link = tokens.verify(UploadLinkClaims.PURPOSE, token, UploadLinkClaims.class);
        UploadSession session = sessions.require(link);
        if (link.part() != null) {
            parts.store(session, link.part(), body.stream(session.maxSize()), body.declaredLength());
        } else {
            Destination to = new Destination(Ids.next(), session.owner(), session.id());
            ingest.store(to, body.stream(session.maxSize()), body.declaredLength());
        }
        return Response.ok().build();
    }
}
