package dev.coffer.userdata.setting;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How settings are kept and shown. */
@ConfigMapping(prefix = "coffer.userdata.settings")
interface SettingConfig {
    /** Form of a single setting: {@code raw} as ComfyUI, {@code wrapped} in {@code value} as Comfy Cloud. */
    @WithDefault("raw")
    Form form();

    /** All settings of one person together, as the JSON object that shows them; 413 above. */
    @WithDefault("8M")
    MemorySize maxSize();

    enum Form {
        RAW,
        WRAPPED
    }
}
