/** What clients say of an asset: tags and free metadata. */
@NullMarked
package dev.coffer.asset.label;

import org.jspecify.annotations.NullMarked;
