package dev.coffer.files.icon;

import dev.coffer.rendering.limit.ImageConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The limits of images, as they are by default. */
final class Limits {
    static final ImageConfig BY_DEFAULT = new SmallRyeConfigBuilder()
            .withMapping(ImageConfig.class)
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .withDefaultValue("coffer.images.wait-timeout", "PT30S")
            .withDefaultValue("coffer.images.deadline", "PT20S")
            .build()
            .getConfigMapping(ImageConfig.class);

    private Limits() {}
}
