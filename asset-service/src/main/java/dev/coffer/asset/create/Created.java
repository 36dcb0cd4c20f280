package dev.coffer.asset.create;

import dev.coffer.asset.Asset;

/**
 * The outcome of a creation.
 *
 * @param asset the new one, or the one that was there
 * @param added whether it is new
 * @param createdNew whether it is new, and its owner did not have its bytes before
 */
public record Created(Asset asset, boolean added, boolean createdNew) {

    /** An asset that was there. */
    static Created reused(Asset asset) {
        return new Created(asset, false, false);
    }
}
