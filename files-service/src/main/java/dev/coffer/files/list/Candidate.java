package dev.coffer.files.list;

import dev.coffer.files.geo.GeoBox;

/**
 * A file that may be in an answer.
 *
 * @param bytes about how many it takes there
 * @param box around its location; null if nobody asked for it
 */
record Candidate(long id, long bytes, GeoBox box) {}
