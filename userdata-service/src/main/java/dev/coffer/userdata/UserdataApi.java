package dev.coffer.userdata;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The general part of the OpenAPI document. */
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
                parameters = {
                    @Parameter(name = UserdataApi.FILE, in = ParameterIn.PATH, required = true,
                            description = "The path of the file; slashes may be encoded or not.",
                            schema = @Schema(type = SchemaType.STRING)),
                    @Parameter(name = UserdataApi.OVERWRITE, in = ParameterIn.QUERY,
                            description = "Only \"false\" keeps a file that exists.",
                            schema = @Schema(type = SchemaType.STRING, enumeration = {"true", "false"},
                                    defaultValue = "true")),
                    @Parameter(name = UserdataApi.PATH, in = ParameterIn.QUERY, required = true,
                            description = "The path of the file, which may be deleted.",
                            schema = @Schema(type = SchemaType.STRING)),
                    @Parameter(name = UserdataApi.VERSION, in = ParameterIn.QUERY, required = true,
                            description = "One of those that the list names.",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid")),
                    @Parameter(name = UserdataApi.SETTING, in = ParameterIn.PATH, required = true,
                            description = "Such as Comfy.ColorPalette.",
                            schema = @Schema(type = SchemaType.STRING))
                }))
public class UserdataApi extends Application {
    public static final String KEY = "ApiKeyAuth";
    public static final String TOKEN = "BearerAuth";
    public static final String FILE = "file";
    public static final String OVERWRITE = "overwrite";
    public static final String PATH = "path";
    public static final String VERSION = "version";
    public static final String SETTING = "id";
}
