package dev.coffer.acceptance.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.stack.Event;
import dev.coffer.acceptance.stack.Events;
import java.util.List;

/** Realistic content. */
final class RealInput {
    private static final long BIG = 100L << 20;

    private RealInput() {}

    /** A picture, a workflow, a table and a model of 100 MiB, all new to the store. */
    static List<Payload> all() {
        return List.of(Payloads.png(), Payloads.workflow(), Payloads.csv(), Payloads.binary(BIG));
    }

    /**
     * Waits for the event of an upload and checks what it says about the content. Returns it.
     *
     * @param what the id of the entity or its name
     */
    static Event assertEvent(String topic, String type, String what, Payload payload) {
        String hash = payload.blake3();
        Event event = Events.await(
                topic, type + " of " + what, e -> e.type().equals(type) && e.data("hash").equals(hash)
                        && (e.data("id").equals(what) || e.data("name").equals(what)));
        assertThat(event.key()).isEqualTo(event.data("id")).isEqualTo(event.envelope().path("subject").asText());
        assertThat(event.data("sha256")).isEqualTo(payload.sha256());
        assertThat(event.data().path("size").asLong()).isEqualTo(payload.size());
        assertThat(event.data("tenant")).isNotBlank();
        assertThat(event.data("owner")).isNotBlank();
        assertThat(event.data().path("createdNew").isBoolean()).as("createdNew is there").isTrue();
        return event;
    }
}
