/** How several bodies, sent in any order, become one blob. */
@NullMarked
package dev.coffer.blob.parts;

import org.jspecify.annotations.NullMarked;
