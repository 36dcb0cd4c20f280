package dev.coffer.common.outbox;

/** A row of the outbox. */
record PendingEvent(long seq, String topic, String key, String payload) {}
