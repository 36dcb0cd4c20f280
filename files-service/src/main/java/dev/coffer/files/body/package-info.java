/** Lists and maps of request bodies, counted while they are read. */
@NullMarked
package dev.coffer.files.body;

import org.jspecify.annotations.NullMarked;
