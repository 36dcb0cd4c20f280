/** Contents of the store, and both their digests: BLAKE3 and SHA-256. */
@NullMarked
package dev.coffer.blob.content;

import org.jspecify.annotations.NullMarked;
