/** Signed links to the content of files. */
@NullMarked
package dev.coffer.files.download;

import org.jspecify.annotations.NullMarked;
