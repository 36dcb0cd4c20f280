/** The clock and time-ordered ids. */
@NullMarked
package dev.coffer.common.time;

import org.jspecify.annotations.NullMarked;
