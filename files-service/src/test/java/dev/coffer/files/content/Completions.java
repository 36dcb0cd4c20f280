package dev.coffer.files.content;

import dev.coffer.common.blobclient.CompletedUpload;
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

    /** Content that came in several parts, before it was hashed. */
    static CompletedUpload unhashed(FileKey file, long completion) {
        return withHash(of(file, completion), null);
    }

    /** The same, afterwards. */
    static CompletedUpload hashed(CompletedUpload upload) {
        return withHash(upload, "late");
    }

    private static CompletedUpload withHash(CompletedUpload upload, String hash) {
        return new CompletedUpload(
                upload.tenant(), upload.owner(), upload.upload(), upload.entity(), upload.completion(), upload.ref(),
                upload.size(), hash == null ? null : "blake3:" + hash, hash == null ? null : "sha256:" + hash,
                upload.completedAt(), upload.createdNew());
    }

    static String event(CompletedUpload upload) {
        return event("dev.coffer.blob.upload-completed", upload);
    }

    static String event(String type, Object data) {
        return TestJson.write(Map.of(
                "specversion", "1.0", "id", UUID.randomUUID(), "source", "/blob-service", "type", type, "data", data));
    }
}
