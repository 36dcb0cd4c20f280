/** Heads, targets and headers of requests, and what is refused before all else. */
@NullMarked
package dev.coffer.common.http;

import org.jspecify.annotations.NullMarked;
