package dev.coffer.userdata;

import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What the OpenAPI document says about the service as a whole. Refusals of user files are sentences. */
@OpenAPIDefinition(
        info = @Info(title = "Coffer user data", version = "1",
                description = "User files and their versions, settings, browser sessions, API keys, usage."),
        security = {@SecurityRequirement(name = UserdataApi.KEY), @SecurityRequirement(name = UserdataApi.TOKEN)},
        components = @Components(
                securitySchemes = {
                    @SecurityScheme(securitySchemeName = UserdataApi.KEY, type = SecuritySchemeType.APIKEY,
                            in = SecuritySchemeIn.HEADER, apiKeyName = "X-API-Key"),
                    @SecurityScheme(securitySchemeName = UserdataApi.TOKEN, type = SecuritySchemeType.HTTP,
                            scheme = "bearer", bearerFormat = "OIDC access token or API key")
                },
                responses = {
                    @APIResponse(name = UserdataApi.INVALID, description = "The request is wrong; the message says what.",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = UserdataApi.UNAUTHORIZED, description = "No valid access token or API key.",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = UserdataApi.FORBIDDEN, description = "Not for this caller.",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = UserdataApi.NOT_FOUND, description = "There is no such thing for this caller.",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = UserdataApi.TOO_MUCH, description = "More than is allowed.",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = UserdataApi.SENTENCE, description = "Refused; the sentence says why.",
                            content = @Content(mediaType = MediaType.TEXT_PLAIN,
                                    schema = @Schema(type = SchemaType.STRING)))
                }))
public class UserdataApi extends Application {
    public static final String KEY = "ApiKeyAuth";
    public static final String TOKEN = "BearerAuth";
    public static final String INVALID = "Invalid";
    public static final String UNAUTHORIZED = "Unauthorized";
    public static final String FORBIDDEN = "Forbidden";
    public static final String NOT_FOUND = "NotFound";
    public static final String TOO_MUCH = "TooMuch";
    public static final String SENTENCE = "Sentence";
}
