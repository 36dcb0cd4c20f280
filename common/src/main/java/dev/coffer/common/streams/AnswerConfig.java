package dev.coffer.common.streams;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers of any kind are sent. */
@ConfigMapping(prefix = "coffer.answer")
public interface AnswerConfig {
    /** Bytes a second that a client has to take on average, or it is cut off. With 0 only standing still counts. */
    @WithDefault("1K")
    MemorySize minimumRate();

    /**
     * How long a client may take nothing, or be below the rate, while there is something for it. Proxies take content
     * in lumps, so this must not be too short.
     */
    @WithDefault("60s")
    Duration stallTimeout();
}
