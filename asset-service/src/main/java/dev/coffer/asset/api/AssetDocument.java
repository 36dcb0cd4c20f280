package dev.coffer.asset.api;

import dev.coffer.common.openapi.OperationDefaults;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Writes what all operations have in common into the OpenAPI document. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AssetDocument implements OASFilter {
    private final OperationDefaults defaults = new OperationDefaults(new AssetErrors())
            .describing(404, "There is no such asset or content for this caller")
            .describing(422, "A tag is reserved");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        defaults.addTo(document);
    }
}
