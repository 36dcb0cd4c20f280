/** Objects of the store that are not content yet: leased, counted for the quota, swept. */
@NullMarked
package dev.coffer.blob.pending;

import org.jspecify.annotations.NullMarked;
