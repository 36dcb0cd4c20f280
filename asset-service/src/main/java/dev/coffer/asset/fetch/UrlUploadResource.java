package dev.coffer.asset.fetch;

import dev.coffer.asset.create.Created;
import dev.coffer.asset.create.Dialect;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.remote.SourceUrl;
import dev.coffer.asset.view.AssetCreated;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * {@code POST /api/assets} with a JSON body. {@code CreateResource} in {@code asset.v1} takes forms, and has the
 * OpenAPI text of both.
 */
@Path("/api/assets")
@RunOnVirtualThread
@Authenticated
class UrlUploadResource {
    private final UrlUploadService uploads;
    private final UserMetadata metadataRules;
    private final AssetViews views;
    private final Dialect dialect;
    private final RequestBody body;
    private final CurrentCaller caller;

    UrlUploadResource(
            UrlUploadService uploads,
            UserMetadata metadataRules,
            AssetViews views,
            Dialect dialect,
            RequestBody body,
            CurrentCaller caller) {
        this.uploads = uploads;
        this.metadataRules = metadataRules;
        this.views = views;
        this.dialect = dialect;
        this.body = body;
        this.caller = caller;
    }

    /** Fetches a file from a URL. The open-source server takes no such uploads. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response upload() {
        if (!dialect.fetchesUploads()) {
            throw new ServiceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be multipart/form-data.");
        }
        Owner owner = caller.workspace();
        UrlUploadRequest request = body.json(UrlUploadRequest.class);
        URI url = SourceUrl.parse("url", request.url());
        NewAsset wanted = request.checked(metadataRules);
        Created created = uploads.upload(caller.get(), owner, url, wanted);
        return Response.status(created.createdNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(new AssetCreated(views.of(owner, created.asset()), created.createdNew()))
                .build();
    }
}
