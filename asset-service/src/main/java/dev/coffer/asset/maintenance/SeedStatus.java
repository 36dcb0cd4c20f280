package dev.coffer.asset.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a scan is running. */
@Schema(name = "SeedStatus")
record SeedStatus(
        @Schema(required = true, description = "Always IDLE")
        String state,
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(required = true, nullable = true, description = "Always null: nothing was scanned")
        SeedProgress progress,
        @Schema(required = true)
        List<String> errors) {
    static final SeedStatus IDLE = new SeedStatus("IDLE", null, List.of());
}
