package dev.coffer.asset.image;

import dev.coffer.rendering.limit.ImageConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The limits of images. */
final class Limits {
    static final ImageConfig BY_DEFAULT = with("decoders", "4");

    private Limits() {}

    /** As they are by default, but for one. */
    static ImageConfig with(String setting, String value) {
        return new SmallRyeConfigBuilder()
                .withMapping(ImageConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withDefaultValue("coffer.images.wait-timeout", "PT30S")
                .withDefaultValue("coffer.images.deadline", "PT20S")
                .withDefaultValue("coffer.images." + setting, value)
                .build()
                .getConfigMapping(ImageConfig.class);
    }
}
