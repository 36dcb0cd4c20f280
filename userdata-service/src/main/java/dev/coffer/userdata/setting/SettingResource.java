package dev.coffer.userdata.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.userdata.UserdataApi;
import dev.coffer.userdata.address.PercentCoding;
import dev.coffer.userdata.address.RawTargetFilter;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The settings of the caller (comfy.md section 5.9): personal, also for requests in a team workspace. Bodies are JSON
 * with any Content-Type: the front end sends text/plain. The id comes from the raw request target.
 */
@Path("/api/settings")
@Authenticated
@RunOnVirtualThread
@Tag(name = "settings")
class SettingResource {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final SettingService settings;
    private final SettingConfig config;
    private final CurrentCaller caller;
    private final RequestBody body;
    private final RoutingContext request;

    SettingResource(SettingService settings, SettingConfig config, CurrentCaller caller, RequestBody body,
            RoutingContext request) {
        this.settings = settings;
        this.config = config;
        this.caller = caller;
        this.body = body;
        this.request = request;
    }

    /** All settings; an empty object where none was ever set. */
    @GET
    @Operation(operationId = "getSettings", summary = "Your settings")
    @APIResponse(responseCode = "200", description = "Values by their ids.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Response all() {
        return document();
    }

    /** Sets what is in the body and keeps all other settings. */
    @POST
    @Operation(operationId = "postSettings", summary = "Set some of your settings")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = "All settings as they are now.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Response merge() {
        Caller person = caller.get();
        Map<String, JsonNode> values = new HashMap<>();
        body.json(ObjectNode.class).properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        settings.merge(person, values);
        return document();
    }

    private Response document() {
        return json(settings.document(caller.get()));
    }

    /** The value itself, null if it was never set; or, as Comfy Cloud has it, in an object, and 404. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getSetting", summary = "One of your settings")
    @Parameter(ref = UserdataApi.SETTING)
    @APIResponse(responseCode = "200", description = "The value, any JSON.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema()))
    @APIResponse(responseCode = "404")
    public Response one() {
        return json(settings.value(caller.get(), id()).map(this::shown).orElseGet(this::unset));
    }

    /** Sets one value, null included. */
    @POST
    @Path("{id}")
    @Operation(operationId = "postSetting", summary = "Set one of your settings")
    @Parameter(ref = UserdataApi.SETTING)
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema()))
    @APIResponse(responseCode = "200", description = "The value as it is now.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema()))
    public Response set() {
        Caller person = caller.get();
        String id = id();
        settings.merge(person, Map.of(id, body.json(JsonNode.class)));
        return json(settings.value(person, id).map(this::shown).orElse(NULL));
    }

    private byte[] shown(byte[] value) {
        return config.form() == SettingConfig.Form.RAW ? value : SettingService.object(Map.of("value", value));
    }

    private byte[] unset() {
        if (config.form() == SettingConfig.Form.RAW) {
            return NULL;
        }
        throw new ServiceException(ErrorCode.NOT_FOUND, "This setting was never set.");
    }

    private String id() {
        return SettingService.checkedKey(PercentCoding.decodeOnce(RawTargetFilter.rest(request)));
    }

    /** As a stream, which is sent in small buffers: the framework copies an array as a whole. */
    private static Response json(byte[] text) {
        return Response.ok(new ByteArrayInputStream(text))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LENGTH, text.length)
                .build();
    }
}
