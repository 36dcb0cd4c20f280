/** Which files belong together as layers of one mask (comfy.md section 4.3). */
@NullMarked
package dev.coffer.asset.mask;

import org.jspecify.annotations.NullMarked;
