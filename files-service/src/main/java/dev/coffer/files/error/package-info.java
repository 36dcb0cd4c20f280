/** What can go wrong for clients of this API alone. */
@NullMarked
package dev.coffer.files.error;

import org.jspecify.annotations.NullMarked;
