/** The object store, spoken to by S3. */
@NullMarked
package dev.coffer.blob.store;

import org.jspecify.annotations.NullMarked;
