package dev.coffer.userdata.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What front ends are told about the server. */
@ConfigMapping(prefix = "coffer.server")
interface ServerConfig {
    /** The version of ComfyUI whose API this is; front ends check it against their requirements. */
    @WithDefault("0.27.0")
    String comfyuiVersion();

    /** Whether front ends may use the assets API. */
    @WithDefault("true")
    boolean assets();

    /** Largest upload that front ends should try. */
    @WithDefault("50G")
    MemorySize maxUploadSize();
}
