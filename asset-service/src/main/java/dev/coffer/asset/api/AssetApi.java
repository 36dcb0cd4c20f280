package dev.coffer.asset.api;

import dev.coffer.asset.name.Hashes;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
                parameters = {
                    @Parameter(name = AssetApi.ID, in = ParameterIn.PATH, description = "Asset ID", required = true,
                            schema = @Schema(type = SchemaType.STRING, format = "uuid")),
                    @Parameter(name = AssetApi.HASH, in = ParameterIn.PATH, required = true,
                            description = "BLAKE3 hash of the content, blake3:<hex>",
                            schema = @Schema(type = SchemaType.STRING, pattern = Hashes.PATTERN)),
                    @Parameter(name = AssetApi.RANGE, in = ParameterIn.HEADER, description = "One range of bytes",
                            schema = @Schema(type = SchemaType.STRING))
                }))
public class AssetApi extends Application {
    public static final String TAG = "asset";
    public static final String FILES = "file";
    public static final String ID = "id";
    public static final String HASH = "hash";
    public static final String RANGE = "Range";
    public static final String FORBIDDEN_OR_UNSIGNED = "Not for this caller, or the signed link is not valid";
}
