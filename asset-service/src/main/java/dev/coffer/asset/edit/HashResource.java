package dev.coffer.asset.edit;

import dev.coffer.asset.ContentLookup;
import dev.coffer.asset.api.AssetApi;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.name.Hashes;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ServiceException;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether there is an asset with some content. Answers to HEAD never have a body, with any status. */
@Path("/api/assets/hash")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class HashResource {
    private final ContentLookup contents;
    private final CurrentCaller caller;

    HashResource(ContentLookup contents, CurrentCaller caller) {
        this.contents = contents;
        this.caller = caller;
    }

    /** 200 while the caller sees an asset with this content, else 404 (comfy.md section 2.6). */
    @HEAD
    @Path("{hash}")
    @Operation(operationId = "checkAssetByHash", summary = "Check if an asset with this content exists",
            description = "Looks at the assets of the caller's workspaces and at the public ones.")
    @APIResponse(responseCode = "200", description = "There is one")
    @APIResponse(responseCode = "400", description = "This is no hash")
    @APIResponse(responseCode = "404", description = "There is none for this caller")
    public Response check(@PathParam(AssetApi.HASH) @Parameter(ref = AssetApi.HASH) String hash) {
        String wanted = hash.strip().toLowerCase(Locale.ROOT);
        if (!Hashes.isBlake3(wanted)) {
            throw new ServiceException(AssetErrorCode.INVALID_HASH, "hash must be like 'blake3:<hex>'");
        }
        return Response.status(contents.visible(caller.get(), wanted) ? Response.Status.OK : Response.Status.NOT_FOUND)
                .build();
    }
}
