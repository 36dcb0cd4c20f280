package dev.coffer.userdata;

import dev.coffer.common.openapi.OperationDefaults;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Writes what all operations have in common into the OpenAPI document. Refusals of user files are sentences there. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class UserdataDocument implements OASFilter {
    private final OperationDefaults defaults = new OperationDefaults(new UserdataErrors());

    @Override
    public void filterOpenAPI(OpenAPI document) {
        defaults.addTo(document);
    }
}
