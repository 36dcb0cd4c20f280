package dev.coffer.blob.download;

import dev.coffer.blob.reference.ReferenceService;
import dev.coffer.common.caller.OpenedByLink;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.signing.DownloadLinkClaims;
import dev.coffer.common.signing.SignedToken;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Content by signed link. The link is the only credential, and contains the name and type with which the content is
 * served (cdf-files.md section 3.13, comfy.md section 2.13). The two paths differ in their format of errors.
 */
@Path("/blob")
@RunOnVirtualThread
@OpenedByLink
class DownloadLinkResource {
    private final SignedToken tokens;
    private final ReferenceService references;
    private final BlobAnswer content;
    private final Clock clock;

    DownloadLinkResource(SignedToken tokens, ReferenceService references, BlobAnswer content, Clock clock) {
        this.tokens = tokens;
        this.references = references;
        this.content = content;
        this.clock = clock;
    }

    @GET
    @Path("downloads/{token}")
    @Operation(operationId = "downloadByLink", summary = "The content that the link was made for, or a range of it")
    public Response download(@PathParam("token") String token, @Context HttpServerRequest request) {
        return answer(token, request);
    }

    @GET
    @Path("files/{token}")
    @Operation(operationId = "downloadFileByLink", summary = "The same for clients of the Files API")
    public Response downloadFile(@PathParam("token") String token, @Context HttpServerRequest request) {
        return answer(token, request);
    }

    private Response answer(String token, HttpServerRequest request) {
        DownloadLinkClaims link = tokens.verify(DownloadLinkClaims.PURPOSE, token, DownloadLinkClaims.class);
        Instant now = clock.instant();
        if (link.expired(now)) {
            throw new ServiceException(ErrorCode.LINK_REFUSED, "The link has expired. Ask for a new one.");
        }
        // A link means the same bytes as long as it lives, and nothing afterwards.
        String caching = "private, max-age=" + (link.expiresEpochSecond() - now.getEpochSecond()) + ", immutable";
        return content.of(
                references.content(link), link.contentType(), link.disposition(), caching, request);
    }
}
