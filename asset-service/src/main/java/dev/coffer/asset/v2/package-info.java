/**
 * The second version of the assets API: every upload mints an asset of its own, some of which end (comfy.md section 3).
 */
@NullMarked
package dev.coffer.asset.v2;

import org.jspecify.annotations.NullMarked;
