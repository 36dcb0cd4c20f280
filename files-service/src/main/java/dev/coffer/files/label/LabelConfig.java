package dev.coffer.files.label;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which labels files can carry. */
@ConfigMapping(prefix = "coffer.files")
interface LabelConfig {
    /** Whether only defined labels are allowed: else 400 with {@code missing}. */
    @WithDefault("false")
    boolean strictLabels();
}
