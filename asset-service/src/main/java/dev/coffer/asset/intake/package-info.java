/** Content of an asset to come: as bytes that arrive, or had by its hash. */
@NullMarked
package dev.coffer.asset.intake;

import org.jspecify.annotations.NullMarked;
