package dev.coffer.asset.maintenance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a scan; progress and errors are there if the caller has waited for its end. */
@Schema(name = "SeedAnswer")
record SeedAnswer(
        @Schema(required = true, description = "started, or completed")
        String status,
        SeedProgress progress,
        List<String> errors) {
    static final SeedAnswer STARTED = new SeedAnswer("started", null, null);
    static final SeedAnswer COMPLETED = new SeedAnswer("completed", SeedProgress.NOTHING, List.of());
}
