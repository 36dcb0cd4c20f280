package dev.coffer.blob.upload;

import java.util.UUID;

/**
 * Permission to send one part to the store.
 *
 * @param right the right that is used
 * @param number as the client counts
 * @param storeNumber as the store counts: every attempt has its own
 * @param upload the object that the parts become
 * @param only whether it is the only part
 */
record PartAttempt(UUID right, int number, int storeNumber, Upload upload, boolean only) {}
