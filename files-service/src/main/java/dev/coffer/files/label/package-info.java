/** Definitions of labels: {@code /labels}. */
@NullMarked
package dev.coffer.files.label;

import org.jspecify.annotations.NullMarked;
