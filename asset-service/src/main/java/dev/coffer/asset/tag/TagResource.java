package dev.coffer.asset.tag;

import dev.coffer.asset.api.AssetApi;
import dev.coffer.common.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/tags}. */
@Path("/api/tags")
@Tag(name = AssetApi.TAG)
@RunOnVirtualThread
@Authenticated
class TagResource {
    private final TagService tags;
    private final CurrentCaller caller;

    TagResource(TagService tags, CurrentCaller caller) {
        this.tags = tags;
        this.caller = caller;
    }

    /** A page of the tags of the caller's workspace, and of the assets that everybody sees. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listTags", summary = "List tags",
            description = "A page of the tags that visible assets have, and how many have each.")
    @APIResponseSchema(responseCode = "200", value = ListTagsResponse.class, responseDescription = "A page of tags")
    public ListTagsResponse list(@BeanParam TagListParameters query) {
        return tags.list(caller.workspace(), TagQuery.of(query));
    }
}
