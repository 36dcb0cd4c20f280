/** New files, and files that are overwritten. */
@NullMarked
package dev.coffer.files.create;

import org.jspecify.annotations.NullMarked;
