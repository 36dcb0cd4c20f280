package dev.coffer.acceptance.fault;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.stack.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All successful responses, and what they promised. */
final class Ledger {
    private static final Duration EVENT_TIMEOUT = Duration.ofSeconds(40);

    private record Promise(String topic, String sha256) {}

    private final Map<Target, Payload> stored = new LinkedHashMap<>();
    private final List<Promise> unpublished = new ArrayList<>();

    /** Records that the target has confirmed this content. */
    void confirmed(Target target, Payload payload) {
        stored.put(target, payload);
        unpublished.add(new Promise(target.topic(), payload.sha256()));
    }

    /** The content that was last confirmed for the target, if any was. */
    Payload of(Target target) {
        return stored.get(target);
    }

    /** Asserts that all confirmed content can be read back unchanged. */
    void assertKept() {
        stored.forEach(Target::assertHolds);
    }

    /** Asserts that an event was published for each confirmed upload. */
    void assertPublished() {
        for (Promise promise : unpublished) {
            Events.await(promise.topic(), "the event of " + promise.sha256(), EVENT_TIMEOUT,
                    e -> e.type().endsWith(".uploaded") && e.data("sha256").equals(promise.sha256()));
        }
        unpublished.clear();
    }
}
