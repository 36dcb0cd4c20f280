/** What is made of images: scaled, masked and encoded, within the memory that there is for it. */
@NullMarked
package dev.coffer.rendering.picture;

import org.jspecify.annotations.NullMarked;
