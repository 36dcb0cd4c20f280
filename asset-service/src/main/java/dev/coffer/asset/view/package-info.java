/** Assets as clients see them, with signed preview links. */
@NullMarked
package dev.coffer.asset.view;

import org.jspecify.annotations.NullMarked;
