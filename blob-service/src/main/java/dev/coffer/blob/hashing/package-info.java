/** Hashes of content that came in several parts, computed in the background. */
@NullMarked
package dev.coffer.blob.hashing;

import org.jspecify.annotations.NullMarked;
