package dev.coffer.files.list;

import dev.coffer.files.geo.GeoBox;
import org.jspecify.annotations.Nullable;

/**
 * A file that may be in an answer.
 *
 * @param bytes about how many it takes there
 * @param box around its location, if it was asked for
 */
record Candidate(long id, long bytes, @Nullable GeoBox box) {}
