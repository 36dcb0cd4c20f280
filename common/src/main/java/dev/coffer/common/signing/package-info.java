/** Signed tokens, and the links that carry them. */
@NullMarked
package dev.coffer.common.signing;

import org.jspecify.annotations.NullMarked;
