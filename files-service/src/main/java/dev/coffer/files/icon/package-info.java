/** Small pictures of image files, rendered once and kept. */
@NullMarked
package dev.coffer.files.icon;

import org.jspecify.annotations.NullMarked;
