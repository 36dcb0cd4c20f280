package dev.coffer.asset.upload;

import dev.coffer.asset.Asset;
import dev.coffer.asset.mask.MaskMetadata;
import dev.coffer.asset.name.Place;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a classic upload.
 *
 * @param asset the new one, or the one that has these bytes already
 * @param called how the client called the file
 * @param place where it lies
 * @param mask what there is to say of a mask; other files have none
 */
record StoredUpload(Asset asset, String called, Place place, @Nullable MaskMetadata mask) {}
