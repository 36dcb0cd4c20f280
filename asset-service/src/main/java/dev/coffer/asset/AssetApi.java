package dev.coffer.asset;

import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the API document says about the service as a whole. */
@OpenAPIDefinition(
        info = @Info(title = "Coffer: assets", version = "1.0.0",
                description = "The assets API of Comfy Cloud on your own cluster. Not affiliated with Comfy Org.",
                license = @License(name = "Apache-2.0")),
        tags = {
            @Tag(name = AssetApi.TAG, description = "Images, models, outputs: content with tags and metadata"),
            @Tag(name = AssetApi.FILES, description = "Assets as files with names, as older clients know them")
        },
        security = {@SecurityRequirement(name = "ApiKeyAuth"), @SecurityRequirement(name = "BearerAuth")},
        components = @Components(
                securitySchemes = {
                    @SecurityScheme(securitySchemeName = "ApiKeyAuth", type = SecuritySchemeType.APIKEY,
                            in = SecuritySchemeIn.HEADER, apiKeyName = "X-API-Key"),
                    @SecurityScheme(securitySchemeName = "BearerAuth", type = SecuritySchemeType.HTTP,
                            scheme = "bearer", description = "OIDC access token, or an API key"),
                    @SecurityScheme(securitySchemeName = "SessionCookie", type = SecuritySchemeType.APIKEY,
                            in = SecuritySchemeIn.COOKIE, apiKeyName = "session",
                            description = "Made by POST /api/auth/session; only for what elements of a page load")
                },
                responses = {
                    @APIResponse(name = AssetApi.INVALID, description = "The request is wrong; the message says what",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = AssetApi.UNAUTHORIZED, description = "No valid access token or API key",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = AssetApi.FORBIDDEN, description = "Not for this caller, or the signed link is not valid",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = AssetApi.NOT_FOUND, description = "There is no such asset or content for this caller",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = AssetApi.TOO_LARGE, description = "The file is larger than allowed, or above the quota",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = AssetApi.UNSUPPORTED, description = "The body is of another type",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = AssetApi.UNPROCESSABLE, description = "A tag is reserved",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = AssetApi.V2_ERROR, description = "Refused; error.code says why",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                    @APIResponse(name = AssetApi.OUT_OF_RANGE, description = "The range lies outside of the content",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class))),
                    @APIResponse(name = AssetApi.INTERNAL, description = "Unexpected; the log has it under x-request-id",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                                    schema = @Schema(implementation = ErrorResponse.class)))
                }))
public class AssetApi extends Application {
    public static final String TAG = "asset";
    public static final String FILES = "file";
    public static final String INVALID = "Invalid";
    public static final String UNAUTHORIZED = "Unauthorized";
    public static final String FORBIDDEN = "Forbidden";
    public static final String NOT_FOUND = "NotFound";
    public static final String TOO_LARGE = "TooLarge";
    public static final String UNSUPPORTED = "Unsupported";
    public static final String UNPROCESSABLE = "Unprocessable";
    public static final String OUT_OF_RANGE = "OutOfRange";
    public static final String INTERNAL = "Internal";
    public static final String V2_ERROR = "V2Error";
}
