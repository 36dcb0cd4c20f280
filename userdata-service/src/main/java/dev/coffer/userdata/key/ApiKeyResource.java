package dev.coffer.userdata.key;

import dev.coffer.common.audit.AuditTrail;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.userdata.UserdataApi;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** API keys: created, listed and revoked with an access token, never with a key. */
@Path("/api/keys")
@Authenticated
@RunOnVirtualThread
@SecurityRequirement(name = UserdataApi.TOKEN)
@Tag(name = "keys")
class ApiKeyResource {
    private final ApiKeyService keys;
    private final CurrentCaller caller;
    private final RequestBody body;
    private final KeyLife life;
    private final AuditTrail audit;

    ApiKeyResource(
            ApiKeyService keys, CurrentCaller caller, RequestBody body, KeyLife life, AuditTrail audit) {
        this.keys = keys;
        this.caller = caller;
        this.body = body;
        this.life = life;
        this.audit = audit;
    }

    /** A new key in a workspace of the caller, with no more rights than the caller has. */
    @POST
    @ResponseStatus(201)
    @Operation(operationId = "createApiKey", summary = "Make an API key",
            description = "Needs an access token. The key is in this answer and is never shown again. It can do no "
                    + "more than the last token that its owner has used.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CreateKeyRequest.class)))
    @APIResponse(responseCode = "201", description = "The key.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CreatedKey.class)))
    @APIResponse(responseCode = "409", description = "There are as many keys as are allowed.")
    public CreatedKey create() {
        Caller creator = person();
        CreateKeyRequest request = body.json(CreateKeyRequest.class);
        CreatedKey created = keys.create(
                creator, caller.issuedAt(), workspace(creator, request.workspace()), request.checked(creator, life));
        audit.changed("dev.coffer.key.created", created.id().toString());
        return created;
    }

    /** All keys of the caller, in whichever workspace. */
    @GET
    @Operation(operationId = "listApiKeys", summary = "List the API keys that you have made",
            description = "Needs an access token.")
    @APIResponse(responseCode = "200", description = "The keys, the newest first, without their secrets.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = KeyListView.class)))
    public KeyListView list() {
        return new KeyListView(keys.list(person()));
    }

    /** This service refuses it at once, other services within 30 s. */
    @DELETE
    @Path("{id}")
    @Operation(operationId = "revokeApiKey", summary = "Revoke an API key",
            description = "Needs an access token. The browser sessions that were opened with the key end, too.")
    @APIResponse(responseCode = "204", description = "The key is refused from now on, everywhere within 30 seconds.")
    @APIResponse(responseCode = "404")
    public void revoke(
            @PathParam("id")
            @Parameter(description = "Id of the key",
                    schema = @Schema(implementation = String.class, format = "uuid")) String id) {
        keys.revoke(person(), keyId(id));
    }

    private Caller person() {
        if (caller.get().byKey()) {
            throw new ServiceException(
                    ErrorCode.FORBIDDEN, "An API key cannot deal with API keys: use an access token.");
        }
        return caller.get();
    }

    private static UUID keyId(String text) {
        return Ids.parse(text).orElseThrow(ApiKeyService::unknown);
    }

    private Owner workspace(Caller creator, @Nullable String name) {
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

    /**
     * The keys of a person.
     *
     * @param keys the newest first
     */
    @Schema(name = "ApiKeyList")
    record KeyListView(List<KeyView> keys) {}
}
