package dev.coffer.files.upload;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The right to upload the content of a file, until a moment; blob-service knows of it.
 *
 * @param upload its id in blob-service
 * @param expires end of the right
 * @param urls where the client may PUT: one for all of the content, or one for each part
 */
public record UploadSession(UUID upload, Instant expires, List<String> urls) {}
