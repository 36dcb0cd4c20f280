package dev.coffer.userdata.key;

import dev.coffer.common.caller.Caller;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.RequestBody;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** API keys, made by people who have logged in. */
@Path("/api/keys")
@Authenticated
@RunOnVirtualThread
@Tag(name = "keys")
class ApiKeyResource {
    private final ApiKeyService keys;
    private final CurrentCaller caller;
    private final RequestBody body;
    private final Clock clock;

    ApiKeyResource(ApiKeyService keys, CurrentCaller caller, RequestBody body, Clock clock) {
        this.keys = keys;
        this.caller = caller;
        this.body = body;
        this.clock = clock;
    }

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "createApiKey", summary = "Make an API key",
            description = "Needs an access token. The key is in this answer and is never shown again.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CreateKeyRequest.class)))
    @APIResponse(responseCode = "201", description = "The key.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CreatedKey.class)))
    @APIResponse(responseCode = "400", description = "A member of the body is wrong.")
    @APIResponse(responseCode = "401", description = "No valid access token.")
    @APIResponse(responseCode = "403", description = "An API key was used, or the workspace is not yours.")
    public CreatedKey create() {
        Caller creator = caller.get();
        if (creator.byKey()) {
            throw new ServiceException(ErrorCode.FORBIDDEN, "An API key cannot make API keys: use an access token.");
        }
        CreateKeyRequest request = body.json(CreateKeyRequest.class);
        return keys.create(creator, workspace(creator, request.workspace()), request.checkedName(),
                request.checkedExpiry(clock.instant()));
    }

    private Owner workspace(Caller creator, String name) {
        if (name == null) {
            return caller.workspace();
        }
        Owner workspace = creator.workspace(name);
        if (workspace == null) {
            throw new ServiceException(
                    ErrorCode.WORKSPACE_ACCESS_DENIED, "workspace names a workspace that is not yours.");
        }
        return workspace;
    }
}
