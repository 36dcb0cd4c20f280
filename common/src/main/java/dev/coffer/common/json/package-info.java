/** What JSON of others may cost: its limits, and the heap that all of it shares while it is in memory. */
@NullMarked
package dev.coffer.common.json;

import org.jspecify.annotations.NullMarked;
