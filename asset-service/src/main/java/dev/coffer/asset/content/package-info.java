/** The content of assets over HTTP: by redirect or as bytes, and when it was last read. */
@NullMarked
package dev.coffer.asset.content;

import org.jspecify.annotations.NullMarked;
