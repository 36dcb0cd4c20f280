/** Services that start once, so that their images start faster. */
@NullMarked
package dev.coffer.images.training;

import org.jspecify.annotations.NullMarked;
