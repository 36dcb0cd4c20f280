/** Cursors, limits and sizes of pages, as all lists of the API have them. */
@NullMarked
package dev.coffer.files.page;

import org.jspecify.annotations.NullMarked;
