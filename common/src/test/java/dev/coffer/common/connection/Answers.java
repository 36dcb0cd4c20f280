package dev.coffer.common.connection;

import dev.coffer.common.streams.AnswerConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** A client has to take 1 KiB a second, and may stall for so long. */
record Answers(Duration stallTimeout) implements AnswerConfig {
    @Override
    public MemorySize minimumRate() {
        return new MemorySize(BigInteger.valueOf(1024));
    }
}
