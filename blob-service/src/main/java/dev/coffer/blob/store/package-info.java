/** The object store, by the S3 API. */
@NullMarked
package dev.coffer.blob.store;

import org.jspecify.annotations.NullMarked;
