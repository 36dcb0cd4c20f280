/** How files and contents are named, and where files lie: names, hashes, media types, places. */
@NullMarked
package dev.coffer.asset.name;

import org.jspecify.annotations.NullMarked;
