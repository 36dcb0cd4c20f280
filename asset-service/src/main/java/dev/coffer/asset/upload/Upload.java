package dev.coffer.asset.upload;

import dev.coffer.asset.Asset;

/**
 * The outcome of an older upload.
 *
 * @param asset the new one, or the one that has these bytes already
 * @param called how the client called the file
 * @param fields what else the client said
 * @param mask what there is to say of a mask; null for any other file
 */
record Upload(Asset asset, String called, UploadFields fields, MaskMetadata mask) {}
