/** GeoJSON as bodies have it, read against its limits. */
@NullMarked
package dev.coffer.files.geo;

import org.jspecify.annotations.NullMarked;
