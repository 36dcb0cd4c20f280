package dev.coffer.asset.maintenance;

import dev.coffer.common.error.ServiceException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which directories an open-source server would scan. */
@Schema(name = "SeedAssets")
record SeedRequest(
        @Schema(description = "Some of models, input and output; all of them if absent")
        @Nullable List<String> roots) {
    private static final Set<String> ROOTS = Set.of("models", "input", "output");

    void check() {
        if (roots != null && !roots.stream().allMatch(root -> root != null && ROOTS.contains(root))) {
            throw ServiceException.invalidBody("roots", "must be some of models, input, output");
        }
    }
}
