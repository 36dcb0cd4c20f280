package dev.coffer.common.outbox;

import java.time.Duration;

/** An outbox with short intervals. */
final class TestOutbox {
    static final OutboxConfig CONFIG = new OutboxConfig() {
        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration maxBackOff() {
            return Duration.ofMillis(500);
        }

        @Override
        public int batchSize() {
            return 500;
        }

        @Override
        public int partitions() {
            return 3;
        }

        @Override
        public short replicationFactor() {
            return 1;
        }

        @Override
        public boolean releases() {
            return true;
        }
    };

    private TestOutbox() {}
}
