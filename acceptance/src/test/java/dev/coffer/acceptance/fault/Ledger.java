package dev.coffer.acceptance.fault;

import dev.coffer.acceptance.harness.Events;
import dev.coffer.acceptance.harness.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every 2xx that was ever given, and what it has promised. */
final class Ledger {
    private static final Duration EVENT_PATIENCE = Duration.ofSeconds(40);

    private record Promise(String topic, String sha256) {}

    private final Map<Target, Payload> stored = new LinkedHashMap<>();
    private final List<Promise> unpublished = new ArrayList<>();

    /** The target has confirmed that it holds this content now. */
    void confirmed(Target target, Payload payload) {
        stored.put(target, payload);
        unpublished.add(new Promise(target.topic(), payload.sha256()));
    }

    /** What the target holds as far as anybody was told; null if it was never told. */
    Payload of(Target target) {
        return stored.get(target);
    }

    /** Everything is readable and byte-identical. */
    void assertKept() {
        stored.forEach(Target::assertHolds);
    }

    /** Every confirmed upload has become an event. */
    void assertPublished() {
        for (Promise promise : unpublished) {
            Events.await(promise.topic(), "the event of " + promise.sha256(), EVENT_PATIENCE,
                    e -> e.type().endsWith(".uploaded") && e.data("sha256").equals(promise.sha256()));
        }
        unpublished.clear();
    }
}
