package dev.coffer.files.content;

import dev.coffer.common.tracing.RequestTrace;
import dev.coffer.files.file.FileKey;
import java.util.UUID;

/**
 * What an event of blob-service is about. Whoever can write to the topic can say this, so it is a reason to ask
 * blob-service, and nothing else.
 *
 * @param file that is said to have got content
 * @param ref that is said to hold it
 * @param trace that it says it belongs to
 */
record UploadHint(FileKey file, UUID ref, RequestTrace trace) {}
