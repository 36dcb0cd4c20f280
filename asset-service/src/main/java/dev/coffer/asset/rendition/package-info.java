/** Renderings of assets that are kept for later requests: made by {@code image}, stored like any other content. */
@NullMarked
package dev.coffer.asset.rendition;

import org.jspecify.annotations.NullMarked;
