package dev.coffer.asset.maintenance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a scan has come. */
@Schema(name = "SeedProgress")
record SeedProgress(long scanned, long total, long created, long skipped) {
    static final SeedProgress NOTHING = new SeedProgress(0, 0, 0, 0);
}
