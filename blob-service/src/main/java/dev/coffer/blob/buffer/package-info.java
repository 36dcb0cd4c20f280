/** The bounded memory for bodies that are not streamed. */
@NullMarked
package dev.coffer.blob.buffer;

import org.jspecify.annotations.NullMarked;
