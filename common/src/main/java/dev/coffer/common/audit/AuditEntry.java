package dev.coffer.common.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one request that may change something has to say of itself. */
final class AuditEntry {
    /** So many of the things that a request has changed are named; a bulk operation has more. */
    static final int MOST = 100;

    private final Who who;
    private final String operation;
    private final Map<String, String> ids;
    private final List<Change> changes = new ArrayList<>();
    private int changed;

    /**
     * Who sends the request.
     *
     * @param tenant the organisation, as far as it is known
     * @param subject the person or program; absent for a link
     * @param by the kind of credential: {@code token}, {@code key}, {@code session}, {@code link} or {@code none}
     * @param credential the id of the key, or what the link is for; never a secret
     * @param workspace key of the workspace that the request works in, where there are workspaces
     */
    record Who(
            @Nullable String tenant,
            @Nullable String subject,
            String by,
            @Nullable String credential,
            @Nullable String workspace) {}

    /** One thing that was changed: the type of the event, and the id of the entity. */
    record Change(String type, String id) {}

    /**
     * Of a request.
     *
     * @param operation method, and path as the OpenAPI document writes it
     * @param ids the parameters in the path that are no secrets
     */
    AuditEntry(Who who, String operation, Map<String, String> ids) {
        this.who = who;
        this.operation = operation;
        this.ids = Map.copyOf(ids);
    }

    synchronized void changed(String type, String id) {
        changed++;
        if (changes.size() < MOST) {
            changes.add(new Change(type, id));
        }
    }

    /**
     * As one line: an object of JSON, in which nothing of the request can end the line or look like another one.
     *
     * @param status of the answer
     * @param complete whether the client got all of it
     */
    synchronized String text(ObjectMapper json, int status, boolean complete, @Nullable String requestId) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("tenant", who.tenant());
        line.put("subject", who.subject());
        line.put("by", who.by());
        line.put("credential", who.credential());
        line.put("workspace", who.workspace());
        line.put("operation", operation);
        line.put("ids", ids);
        line.put("changes", changes);
        line.put("changed", changed);
        line.put("status", status);
        line.put("complete", complete);
        line.put("requestId", requestId);
        line.values().removeIf(value -> value == null || value.equals(Map.of()) || value.equals(List.of()));
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }
}
