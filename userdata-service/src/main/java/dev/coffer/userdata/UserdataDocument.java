package dev.coffer.userdata;

import dev.coffer.common.openapi.OperationDefaults;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Adds what all operations have in common to the OpenAPI document. Errors of user files are plain text there. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class UserdataDocument implements OASFilter {
    private final OperationDefaults defaults = new OperationDefaults(new UserdataErrors());

    @Override
    public void filterOpenAPI(OpenAPI document) {
        defaults.addTo(document);
    }
}
