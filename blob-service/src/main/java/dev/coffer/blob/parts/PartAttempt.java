package dev.coffer.blob.parts;

import dev.coffer.blob.pending.PendingObject;
import java.util.UUID;

/**
 * Permission to send one part to the store.
 *
 * @param session by which it comes
 * @param number as the client counts
 * @param storeNumber as the store counts: every attempt has its own
 * @param object what the parts become
 * @param only whether it is the only part
 */
record PartAttempt(UUID session, int number, int storeNumber, PendingObject object, boolean only) {}
