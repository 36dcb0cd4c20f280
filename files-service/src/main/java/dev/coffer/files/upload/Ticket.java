package dev.coffer.files.upload;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A right to upload that blob-service already knows of.
 *
 * @param upload the open upload
 * @param expires end of the right
 * @param urls where the client may PUT: one for all of the content, or one for each part
 */
public record Ticket(UUID upload, Instant expires, List<String> urls) {}
