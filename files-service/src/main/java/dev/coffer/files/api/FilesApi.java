package dev.coffer.files.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the OpenAPI document says about the API as a whole. */
@OpenAPIDefinition(
        info = @Info(title = "Coffer: CDF Files", version = "v1"),
        tags = {
            @Tag(name = FilesApi.TAG, description = "Files and their content"),
            @Tag(name = FilesApi.LABELS, description = "Definitions of labels"),
            @Tag(name = FilesApi.DATA_SETS, description = "Groups of files"),
            @Tag(name = FilesApi.PROJECTS, description = "What a token gives")
        },
        security = @SecurityRequirement(name = FilesApi.TOKEN),
        components = @Components(
                parameters = {
                    @Parameter(
                            name = FilesApi.OVERWRITE,
                            in = ParameterIn.QUERY,
                            description = "Whether a file with the same externalId is overwritten.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")),
                    @Parameter(
                            name = FilesApi.PARTS,
                            in = ParameterIn.QUERY,
                            description = "How many parts.",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = PartCount.MOST_TEXT))
                }))
@SecurityScheme(
        securitySchemeName = FilesApi.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An OpenID Connect access token of the configured identity provider.")
public class FilesApi extends Application {
    public static final String TAG = "Files";
    public static final String LABELS = "Labels";
    public static final String DATA_SETS = "Data sets";
    public static final String PROJECTS = "Projects";
    public static final String OVERWRITE = "overwrite";
    public static final String PARTS = "parts";
    static final String TOKEN = "oidc-token";
}
