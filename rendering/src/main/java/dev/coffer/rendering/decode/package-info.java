/** Images as they are decoded: opened, counted, and read by the few threads that there are for that. */
@NullMarked
package dev.coffer.rendering.decode;

import org.jspecify.annotations.NullMarked;
