/** Pixels, whatever shape a reader gave them: plain ones, upright ones, single channels. */
@NullMarked
package dev.coffer.rendering.pixel;

import org.jspecify.annotations.NullMarked;
