/**
 * The one way to create an asset. The resources of all APIs describe the asset that they want
 * ({@link dev.coffer.asset.create.NewAsset}); its content is stored or linked, then one transaction creates it.
 */
@NullMarked
package dev.coffer.asset.create;

import org.jspecify.annotations.NullMarked;
