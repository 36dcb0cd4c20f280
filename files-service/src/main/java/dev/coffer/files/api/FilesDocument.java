package dev.coffer.files.api;

import dev.coffer.common.openapi.OperationDefaults;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Writes what all operations have in common into the OpenAPI document, in the words of CDF where those say more. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class FilesDocument implements OASFilter {
    private final OperationDefaults defaults = new OperationDefaults(new FilesErrors())
            .describing(400, "The request is wrong; the message names the field, missing the files that are unknown")
            .describing(401, "No valid access token")
            .describing(403, "The token gives no access to the project")
            .describing(415, "Content-Encoding is neither gzip nor absent");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        defaults.addTo(document);
    }
}
