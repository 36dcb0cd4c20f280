package dev.coffer.files.inspect;

import dev.coffer.files.api.FilesApi;
import dev.coffer.files.project.CurrentProject;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /sessions}: nothing here acts in the name of a user who is away, so there are none. */
@Path("/api/v1/projects/{project}/sessions")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = FilesApi.PROJECTS)
public class SessionResource {
    private final CurrentProject projects;

    SessionResource(CurrentProject projects) {
        this.projects = projects;
    }

    @GET
    @Operation(operationId = "listSessions", summary = "List sessions: there are none")
    @APIResponseSchema(responseCode = "200", value = SessionsView.class, responseDescription = "Always an empty list")
    public SessionsView list(@PathParam("project") String project) {
        projects.toRead(project);
        return new SessionsView(List.of());
    }

    /** No sessions. */
    @Schema(name = "Sessions")
    public record SessionsView(@Schema(required = true, maxItems = 0) List<Object> items) {}
}
