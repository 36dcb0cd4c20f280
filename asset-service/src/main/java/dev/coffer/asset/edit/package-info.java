/** Single assets: read, changed, tagged, deleted, and known by their hash. */
@NullMarked
package dev.coffer.asset.edit;

import org.jspecify.annotations.NullMarked;
