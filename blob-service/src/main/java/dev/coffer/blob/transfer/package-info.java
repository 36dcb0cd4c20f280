/** How many bodies and contents stream at the same time. */
@NullMarked
package dev.coffer.blob.transfer;

import org.jspecify.annotations.NullMarked;
