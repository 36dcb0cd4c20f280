package dev.coffer.acceptance.stack;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record of a topic, taken as a CloudEvent in structured mode.
 *
 * @param topic where it was
 * @param partition of the topic
 * @param offset in the partition
 * @param key of the record
 * @param contentType the record's header of that name
 * @param envelope the whole event
 */
public record Event(String topic, int partition, long offset, String key, String contentType, JsonNode envelope) {

    public String type() {
        return envelope.path("type").asText();
    }

    public JsonNode data() {
        return envelope.path("data");
    }

    /** A member of the data as text; empty if it is absent. */
    public String data(String member) {
        return data().path(member).asText();
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset + " " + key + " " + envelope;
    }
}
