/** References: which row of which service needs a blob, and who owns it. */
@NullMarked
package dev.coffer.blob.reference;

import org.jspecify.annotations.NullMarked;
