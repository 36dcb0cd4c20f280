/** The removal of files that never got content. */
@NullMarked
package dev.coffer.files.expiry;

import org.jspecify.annotations.NullMarked;
