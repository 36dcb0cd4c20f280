/** Assets as files with names: {@code GET /api/view}. */
@NullMarked
package dev.coffer.asset.file;

import org.jspecify.annotations.NullMarked;
