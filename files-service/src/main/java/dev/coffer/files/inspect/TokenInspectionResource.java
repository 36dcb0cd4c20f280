package dev.coffer.files.inspect;

import dev.coffer.files.api.FilesApi;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/v1/token/inspect}: clients ask after a 401 (cdf-files.md section 6). */
@Path("/api/v1/token/inspect")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = FilesApi.PROJECTS)
public class TokenInspectionResource {
    private final TokenInspectionService tokens;

    TokenInspectionResource(TokenInspectionService tokens) {
        this.tokens = tokens;
    }

    @GET
    @Operation(operationId = "inspectToken", summary = "What the access token gives")
    @APIResponseSchema(responseCode = "200", value = TokenView.class,
            responseDescription = "Its projects, and what may be done in them")
    public TokenView inspect() {
        return tokens.inspect();
    }
}
