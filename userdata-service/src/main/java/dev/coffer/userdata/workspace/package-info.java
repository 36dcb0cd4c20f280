/** In which workspace a request works. */
@NullMarked
package dev.coffer.userdata.workspace;

import org.jspecify.annotations.NullMarked;
