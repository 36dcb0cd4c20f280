/** What the formats of images look like: one walk for each goes through its structure, and decodes nothing. */
@NullMarked
package dev.coffer.rendering.format;

import org.jspecify.annotations.NullMarked;
