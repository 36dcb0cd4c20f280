package dev.coffer.files.icon;

import java.util.UUID;

/**
 * An icon that is kept.
 *
 * @param ref the reference that holds it in blob-service
 * @param size in bytes
 * @param sha256 in hexadecimal digits
 */
record StoredIcon(UUID ref, Long size, String sha256) {}
