package dev.coffer.files.icon;

import dev.coffer.common.content.ContentAnswer;
import dev.coffer.common.content.Preconditions;
import dev.coffer.common.content.Representation;
import dev.coffer.common.error.ServiceException;
import dev.coffer.files.api.FilesApi;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.file.InstanceId;
import dev.coffer.files.icon.IconService.Icon;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.identifier.IdentifierRules;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.CurrentProject;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /files/icon} (cdf-files.md section 3.15). */
@Path("/api/v1/projects/{project}/files/icon")
@Authenticated
@RunOnVirtualThread
@Tag(name = FilesApi.TAG)
public class IconResource {
    private static final String JPEG = "image/jpeg";
    private static final String INLINE = "inline";
    /** The file may have another content at any time. */
    private static final String ASK_AGAIN = "private, no-cache";

    private final CurrentProject projects;
    private final IconService icons;
    private final HttpServerRequest request;

    IconResource(CurrentProject projects, IconService icons, HttpServerRequest request) {
        this.projects = projects;
        this.icons = icons;
        this.request = request;
    }

    /** A JPEG for any Accept: clients send the same header with every request. */
    @GET
    @Operation(operationId = "getFileIcon", summary = "Get a small picture of a JPEG or PNG file")
    @APIResponse(
            responseCode = "200",
            description = "A JPEG image of at most 256 by 256 pixels",
            content = @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response icon(
            @PathParam("project") String project,
            @Parameter(
                    description = "The file; exactly one of id, externalId, and space with instanceExternalId.",
                    schema = @Schema(
                            type = SchemaType.INTEGER,
                            format = "int64",
                            minimum = "1",
                            maximum = FieldLimits.MAX_ID))
            @QueryParam("id") String id,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = FieldLimits.EXTERNAL_ID))
            @QueryParam("externalId") String externalId,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = FieldLimits.SPACE))
            @QueryParam("space")
            @Nullable String space,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = FieldLimits.EXTERNAL_ID))
            @QueryParam("instanceExternalId")
            @Nullable String instanceExternalId) {
        Access access = projects.toRead(project);
        InstanceId instance =
                space == null && instanceExternalId == null ? null : new InstanceId(space, instanceExternalId);
        Icon icon =
                icons.icon(access, IdentifierRules.check("query", new Identifier(number(id), externalId, instance)));
        Representation picture = new Representation(
                icon.size(), Preconditions.tag(icon.sha256()), null, JPEG, INLINE, ASK_AGAIN,
                HttpHeaders.AUTHORIZATION);
        return ContentAnswer.of(picture, request, icon.content());
    }

    private static @Nullable Long number(@Nullable String id) {
        if (id == null) {
            return null;
        }
        if (!id.matches("[0-9]{1,18}")) {
            throw ServiceException.invalidQuery("id", "must be a number");
        }
        return Long.valueOf(id);
    }
}
