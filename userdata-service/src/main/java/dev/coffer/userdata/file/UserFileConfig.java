package dev.coffer.userdata.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of user files, and their form in answers. */
@ConfigMapping(prefix = "coffer.userdata")
public interface UserFileConfig {
    /** Largest user file; 413 above. */
    @WithDefault("5G")
    MemorySize maxFileSize();

    /** Form of {@code modified} in answers to uploads: {@code iso} as Comfy Cloud, {@code epoch-ms} as ComfyUI. */
    @WithDefault("iso")
    TimeFormat modified();

    /** What a list without {@code full_info} contains: {@code cloud} objects, {@code oss} names. */
    @WithDefault("cloud")
    ListDefault listDefault();

    /** What a list contains. */
    enum ListDefault {
        CLOUD,
        OSS
    }

    enum TimeFormat {
        ISO,
        EPOCH_MS
    }
}
