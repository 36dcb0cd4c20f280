/** Pixels in any representation of a reader: made plain or upright, or reduced to one channel. */
@NullMarked
package dev.coffer.rendering.pixel;

import org.jspecify.annotations.NullMarked;
