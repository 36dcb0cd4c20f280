/** Images as clients ask for them, and what is learned of one while it is uploaded. */
@NullMarked
package dev.coffer.asset.image;

import org.jspecify.annotations.NullMarked;
