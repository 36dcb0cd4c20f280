/** Pixels: what images are, and how they are rendered, masked and encoded. Nothing here knows assets. */
@NullMarked
package dev.coffer.asset.image;

import org.jspecify.annotations.NullMarked;
