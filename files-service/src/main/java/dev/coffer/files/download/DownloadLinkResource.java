package dev.coffer.files.download;

import dev.coffer.common.audit.ReadsOnly;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.files.api.FilesApi;
import dev.coffer.files.api.QueryFlag;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.identifier.IdentifierRules;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.CurrentProject;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /files/downloadlink}. */
@Path("/api/v1/projects/{project}/files/downloadlink")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = FilesApi.TAG)
public class DownloadLinkResource {
    private final CurrentProject projects;
    private final RequestBody body;
    private final DownloadLinkService links;

    DownloadLinkResource(CurrentProject projects, RequestBody body, DownloadLinkService links) {
        this.projects = projects;
        this.body = body;
        this.links = links;
    }

    @POST
    @ReadsOnly
    @Operation(operationId = "downloadLinks", summary = "Get links to download the content of files")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = DownloadLinksRequest.class)))
    @APIResponseSchema(responseCode = "200", value = DownloadLinksView.class,
            responseDescription = "The links in the order of the request")
    @APIResponse(responseCode = "409", description = "An identifier comes twice: see duplicated")
    public DownloadLinksView links(
            @PathParam("project") String project,
            @Parameter(
                    description = "Whether a link can start a download for 1 hour instead of 30 seconds.",
                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
            @QueryParam("extendedExpiration") String extendedExpiration) {
        Access where = projects.toRead(project);
        boolean extended = QueryFlag.of("extendedExpiration", extendedExpiration);
        List<Identifier> items = body.json(DownloadLinksRequest.class).items();
        IdentifierRules.check(items, 0, DownloadLinksRequest.MOST);
        return new DownloadLinksView(links.links(where, items, extended));
    }

    /** Whose content to download. */
    @Schema(name = "DownloadLinksRequest")
    record DownloadLinksRequest(
            @Schema(required = true, maxItems = DownloadLinksRequest.MOST, uniqueItems = true) List<Identifier> items) {
        static final int MOST = 100;
    }
}
