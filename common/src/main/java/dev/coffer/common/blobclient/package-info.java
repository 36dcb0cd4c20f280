/** The calling side of blob-service. */
@NullMarked
package dev.coffer.common.blobclient;

import org.jspecify.annotations.NullMarked;
