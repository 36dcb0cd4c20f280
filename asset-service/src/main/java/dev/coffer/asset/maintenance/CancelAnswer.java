package dev.coffer.asset.maintenance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What cancelling came to. */
@Schema(name = "SeedCancelled")
record CancelAnswer(@Schema(required = true, description = "Always idle") String status) {
    static final CancelAnswer IDLE = new CancelAnswer("idle");
}
