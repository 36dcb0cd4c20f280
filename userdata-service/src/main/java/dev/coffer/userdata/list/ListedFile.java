package dev.coffer.userdata.list;

/**
 * A row of a list.
 *
 * @param path relative to the root
 * @param size in bytes
 * @param modifiedMicros microseconds since the epoch
 * @param createdMicros microseconds since the epoch
 */
record ListedFile(String path, long size, long modifiedMicros, long createdMicros) {}
