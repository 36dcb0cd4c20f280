/** Data sets: {@code /datasets}, and the rules for files in them. */
@NullMarked
package dev.coffer.files.dataset;

import org.jspecify.annotations.NullMarked;
