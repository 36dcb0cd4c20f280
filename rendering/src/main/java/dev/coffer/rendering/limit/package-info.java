/** What an image may cost, and what clients are told about one that costs more. */
@NullMarked
package dev.coffer.rendering.limit;

import org.jspecify.annotations.NullMarked;
