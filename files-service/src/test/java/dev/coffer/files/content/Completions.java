package dev.coffer.files.content;

import dev.coffer.common.blob.CompletedUpload;
import dev.coffer.files.TestJson;
import dev.coffer.files.file.FileKey;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Completed uploads as blob-service tells of them. */
final class Completions {
    private Completions() {}

    static CompletedUpload of(FileKey file, long completion) {
        return new CompletedUpload(
                file.tenant(),
                "project:" + file.project(),
                UUID.randomUUID(),
                file.entity(),
                completion,
                UUID.randomUUID(),
                100 + completion,
                "blake3:" + completion,
                "sha256:" + completion,
                Instant.ofEpochMilli(1_000_000 + completion),
                true);
    }

    static String event(CompletedUpload upload) {
        return event("dev.coffer.blob.upload-completed", upload);
    }

    static String event(String type, Object data) {
        return TestJson.write(Map.of(
                "specversion", "1.0", "id", UUID.randomUUID(), "source", "/blob-service", "type", type, "data", data));
    }
}
