package dev.coffer.files.create;

import java.time.Instant;
import java.util.UUID;

/**
 * A right to upload that blob-service already knows of.
 *
 * @param upload the open upload
 * @param expires end of the right
 * @param url where the client may PUT
 */
record Ticket(UUID upload, Instant expires, String url) {}
