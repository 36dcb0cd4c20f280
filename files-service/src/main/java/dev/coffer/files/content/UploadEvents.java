package dev.coffer.files.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.text.Text;
import dev.coffer.common.tracing.CurrentTrace;
import dev.coffer.common.tracing.RequestTrace;
import dev.coffer.files.field.FileIds;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what is said on the topic of blob-service about files (docs/events.md). */
@ApplicationScoped
class UploadEvents {
    private static final Set<String> KNOWN = Set.of("dev.coffer.blob.upload-completed", "dev.coffer.blob.hashed");

    /** There are no tenants and owners with longer names. */
    private static final int NAME = 1000;

    private final ObjectMapper json;

    UploadEvents(ObjectMapper json) {
        this.json = json;
    }

    /** A message that no later attempt can make sense of. */
    static final class PoisonException extends Exception {
        PoisonException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * What one CloudEvent is about; empty if it is not about a file.
     *
     * @throws PoisonException if it is no event, or one of ours that lacks something
     */
    Optional<UploadHint> read(String event) throws PoisonException {
        JsonNode envelope = envelope(event);
        if (!KNOWN.contains(envelope.path("type").textValue())) {
            return Optional.empty();
        }
        CompletedUpload upload = completedUpload(envelope);
        RequestTrace trace = RequestTrace.ofEvent(envelope.path(CurrentTrace.TRACEPARENT).textValue());
        return Project.of(upload.tenant(), upload.owner())
                .flatMap(project -> id(upload.entity()).map(id -> FileKey.of(project, id)))
                .map(file -> new UploadHint(file, upload.ref(), trace));
    }

    private JsonNode envelope(@Nullable String event) throws PoisonException {
        try {
            JsonNode envelope = event == null ? null : json.readTree(event);
            if (envelope == null || !envelope.path("type").isTextual()) {
                throw new PoisonException("no CloudEvent", null);
            }
            return envelope;
        } catch (JsonProcessingException e) {
            throw new PoisonException("not the JSON that was expected", e);
        }
    }

    private CompletedUpload completedUpload(JsonNode envelope) throws PoisonException {
        try {
            CompletedUpload upload = json.treeToValue(envelope.path("data"), CompletedUpload.class);
            if (upload == null || upload.tenant() == null || upload.owner() == null || upload.entity() == null
                    || upload.ref() == null || !isName(upload.tenant()) || !isName(upload.owner())) {
                throw new PoisonException("incomplete data", null);
            }
            return upload;
        } catch (JsonProcessingException e) {
            throw new PoisonException("not the JSON that was expected", e);
        }
    }

    /** What no tenant or owner can be called is not asked for. */
    private static boolean isName(String text) {
        return text.length() <= NAME && Text.storable(text);
    }

    private static Optional<Long> id(String entity) {
        if (!entity.matches("[1-9][0-9]{0,15}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(entity)).filter(id -> id <= FileIds.MAX);
    }

    /**
     * What an event of blob-service is about. Every writer of the topic can claim this, so it is a reason to ask
     * blob-service, and nothing else.
     *
     * @param file that is said to have got content
     * @param ref that is said to hold it
     * @param trace that it says it belongs to
     */
    record UploadHint(FileKey file, UUID ref, RequestTrace trace) {}
}
