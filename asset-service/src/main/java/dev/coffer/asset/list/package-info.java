/** Pages of assets: their order, cursors and totals. */
@NullMarked
package dev.coffer.asset.list;

import org.jspecify.annotations.NullMarked;
