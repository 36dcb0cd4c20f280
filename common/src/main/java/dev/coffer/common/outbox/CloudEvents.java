package dev.coffer.common.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.tracing.CurrentTrace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Writes events as CloudEvents 1.0 in structured mode. */
@ApplicationScoped
class CloudEvents {
    private final ObjectMapper json;
    private final Clock clock;
    private final EventSourceConfig origin;

    CloudEvents(ObjectMapper json, Clock clock, EventSourceConfig origin) {
        this.json = json;
        this.clock = clock;
        this.origin = origin;
    }

    /** An event of this moment, and of the request that is being served. */
    String write(UUID id, String type, String subject, Object data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", origin.source());
        event.put("type", type);
        event.put("subject", subject);
        event.put("time", clock.instant());
        event.put("datacontenttype", "application/json");
        CurrentTrace.get().ifPresent(trace -> event.put(CurrentTrace.TRACEPARENT, trace.traceparent()));
        event.put("data", data);
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
