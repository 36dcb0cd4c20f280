/** Which files belong together as layers of one mask (comfy.md section 4.3). */
package dev.coffer.asset.mask;
