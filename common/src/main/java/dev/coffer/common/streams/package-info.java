/** Bytes on their way: limits, pace, and streams that stall. */
@NullMarked
package dev.coffer.common.streams;

import org.jspecify.annotations.NullMarked;
