package dev.coffer.blob.upload;

import dev.coffer.common.blobclient.StoredBlob;

/**
 * What became of uploaded bytes.
 *
 * @param blob the content that the reference now holds
 * @param usesUpload whether it is the uploaded object; false if the tenant had the content already
 */
record Registered(StoredBlob blob, boolean usesUpload) {}
