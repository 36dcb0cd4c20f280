package dev.coffer.files.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.blob.CompletedUpload;
import dev.coffer.files.file.FileIds;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Reads what blob-service says on its topic and hands on what concerns files (docs/events.md). */
@ApplicationScoped
class UploadEvents {
    private static final Set<String> KNOWN = Set.of("dev.coffer.blob.upload-completed", "dev.coffer.blob.hashed");

    private final ObjectMapper json;
    private final ContentWrites writes;

    UploadEvents(ObjectMapper json, ContentWrites writes) {
        this.json = json;
        this.writes = writes;
    }

    /** A message that no later attempt can make sense of. */
    static final class Poison extends Exception {
        Poison(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Applies one CloudEvent; one that is not about a file changes nothing.
     *
     * @throws Poison if it is no event, or one of ours that lacks something
     */
    void apply(String event) throws Poison {
        CompletedUpload upload = completedUpload(event);
        if (upload == null) {
            return;
        }
        Optional<FileKey> file = Project.of(upload.tenant(), upload.owner())
                .flatMap(project -> id(upload.entity()).map(id -> FileKey.of(project, id)));
        if (file.isPresent()) {
            writes.receive(file.get(), upload);
        }
    }

    private CompletedUpload completedUpload(String event) throws Poison {
        try {
            JsonNode envelope = event == null ? null : json.readTree(event);
            if (envelope == null || !envelope.path("type").isTextual()) {
                throw new Poison("no CloudEvent", null);
            }
            if (!KNOWN.contains(envelope.path("type").textValue())) {
                return null;
            }
            CompletedUpload upload = json.treeToValue(envelope.path("data"), CompletedUpload.class);
            if (upload == null || upload.tenant() == null || upload.owner() == null || upload.entity() == null
                    || upload.ref() == null || upload.completedAt() == null) {
                throw new Poison("incomplete data", null);
            }
            return upload;
        } catch (JsonProcessingException e) {
            throw new Poison("not the JSON that was expected", e);
        }
    }

    private static Optional<Long> id(String entity) {
        if (!entity.matches("[1-9][0-9]{0,15}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(entity)).filter(id -> id <= FileIds.MAX);
    }
}
