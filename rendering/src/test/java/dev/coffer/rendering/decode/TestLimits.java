package dev.coffer.rendering.decode;

import dev.coffer.rendering.limit.Deadline;
import dev.coffer.rendering.limit.ImageConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** The limits as they are by default. */
public final class TestLimits {
    /** For tests that are about something else. */
    static final Deadline NONE = new Deadline() {
        @Override
        public boolean passed() {
            return false;
        }

        @Override
        public Duration allowed() {
            return Duration.ofDays(1);
        }
    };

    private TestLimits() {}

    /** @param settings names without {@code coffer.images.}, each followed by its value */
    public static ImageConfig with(String... settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(ImageConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withDefaultValue("coffer.images.wait-timeout", "PT30S")
                .withDefaultValue("coffer.images.deadline", "PT20S");
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue("coffer.images." + settings[i], settings[i + 1]);
        }
        return builder.build().getConfigMapping(ImageConfig.class);
    }
}
