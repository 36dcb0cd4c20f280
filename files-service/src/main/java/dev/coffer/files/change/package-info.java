/** Partial updates of single values, as all updates of the API have them. */
@NullMarked
package dev.coffer.files.change;

import org.jspecify.annotations.NullMarked;
