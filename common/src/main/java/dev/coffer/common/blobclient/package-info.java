/** The calling side of blob-service. */
package dev.coffer.common.blobclient;
