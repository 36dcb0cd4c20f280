/** Which software is in an image. */
@NullMarked
package dev.coffer.images.bill;

import org.jspecify.annotations.NullMarked;
