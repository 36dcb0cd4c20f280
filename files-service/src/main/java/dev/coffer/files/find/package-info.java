/** Files by their identifiers. */
@NullMarked
package dev.coffer.files.find;

import org.jspecify.annotations.NullMarked;
