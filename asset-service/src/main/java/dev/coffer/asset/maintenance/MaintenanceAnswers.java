package dev.coffer.asset.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a server without a local disk always answers. */
final class MaintenanceAnswers {
    static final Seed STARTED = new Seed("started", null, null);
    static final Seed COMPLETED = new Seed("completed", new Progress(0, 0, 0, 0), List.of());
    static final Status IDLE = new Status("IDLE", null, List.of());
    static final Cancelled CANCELLED = new Cancelled("idle");
    static final Pruned PRUNED = new Pruned("completed", 0);

    private MaintenanceAnswers() {}

    /** A scan; progress and errors are there if the caller has waited for its end. */
    @Schema(name = "SeedAnswer")
    record Seed(
            @Schema(required = true, description = "started, or completed") String status,
            @Nullable Progress progress,
            @Nullable List<String> errors) {}

    @Schema(name = "SeedProgress")
    record Progress(long scanned, long total, long created, long skipped) {}

    @Schema(name = "SeedStatus")
    record Status(
            @Schema(required = true, description = "Always IDLE") String state,
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Schema(required = true, nullable = true, description = "Always null: nothing was scanned")
            @Nullable Progress progress,
            @Schema(required = true) List<String> errors) {}

    @Schema(name = "SeedCancelled")
    record Cancelled(@Schema(required = true, description = "Always idle") String status) {}

    @Schema(name = "AssetsPruned")
    record Pruned(
            @Schema(required = true, description = "Always completed") String status,
            @Schema(required = true, description = "Assets whose bytes are gone: always 0") long marked) {}
}
