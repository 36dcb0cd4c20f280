/**
 * The one way to a new asset. Whoever takes a request describes what is wanted ({@link dev.coffer.asset.create.NewAsset});
 * content is stored or linked, and one transaction creates.
 */
@NullMarked
package dev.coffer.asset.create;

import org.jspecify.annotations.NullMarked;
