/** Exact comparison of geometries, within bounds of time and threads. */
@NullMarked
package dev.coffer.files.comparison;

import org.jspecify.annotations.NullMarked;
