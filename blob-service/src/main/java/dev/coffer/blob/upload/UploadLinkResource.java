package dev.coffer.blob.upload;

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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Content from clients, by signed link (cdf-files.md section 3.2). The link is the right: an Authorization header,
 * even an expired one, does not matter. Every PUT is an attempt of its own; the last one to complete wins. Some
 * links are for a part only (section 3.3).
 */
@Path("/blob/uploads/{token}")
@RunOnVirtualThread
@OpenedByLink
class UploadLinkResource {
    private final SignedToken tokens;
    private final UploadRights rights;
    private final Ingest ingest;
    private final PartIngest parts;
    private final RequestBody body;
    private final Clock clock;

    UploadLinkResource(
            SignedToken tokens,
            UploadRights rights,
            Ingest ingest,
            PartIngest parts,
            RequestBody body,
            Clock clock) {
        this.tokens = tokens;
        this.rights = rights;
        this.ingest = ingest;
        this.parts = parts;
        this.body = body;
        this.clock = clock;
    }

    @PUT
    @Operation(operationId = "uploadByLink", summary = "Uploads the content, or the part of it, that the link was made for")
    public Response upload(String token) throws IOException {
        UploadLinkClaims ticket = tokens.verify(UploadLinkClaims.PURPOSE, token, UploadLinkClaims.class);
        if (ticket.expired(clock.instant())) {
            throw UploadRights.refused();
        }
        UploadRight right = rights.require(ticket);
        if (ticket.part() != null) {
            parts.store(right, ticket.part(), body.stream(right.maxSize()), body.declaredLength());
        } else {
            Destination to = new Destination(Ids.next(), right.owner(), right.id());
            ingest.store(to, body.stream(right.maxSize()), body.declaredLength());
        }
        return Response.ok().build();
    }
}
