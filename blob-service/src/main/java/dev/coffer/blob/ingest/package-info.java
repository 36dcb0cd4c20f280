/** How one body becomes a blob: in its row, or as an object of the store. */
@NullMarked
package dev.coffer.blob.ingest;

import org.jspecify.annotations.NullMarked;
