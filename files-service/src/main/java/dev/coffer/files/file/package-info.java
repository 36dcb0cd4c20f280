/** The row of a file, its wire form and its events. */
@NullMarked
package dev.coffer.files.file;

import org.jspecify.annotations.NullMarked;
