package dev.coffer.asset.create;

import dev.coffer.asset.Asset;

/**
 * The outcome of a creation.
 *
 * @param asset the new one, or the one that was there
 * @param createdNew whether it is new
 */
public record Created(Asset asset, boolean createdNew) {}
