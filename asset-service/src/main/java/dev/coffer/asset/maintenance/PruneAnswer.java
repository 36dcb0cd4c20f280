package dev.coffer.asset.maintenance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What pruning came to. */
@Schema(name = "AssetsPruned")
record PruneAnswer(
        @Schema(required = true, description = "Always completed")
        String status,
        @Schema(required = true, description = "Assets whose bytes are gone: always 0")
        long marked) {
    static final PruneAnswer NOTHING = new PruneAnswer("completed", 0);
}
