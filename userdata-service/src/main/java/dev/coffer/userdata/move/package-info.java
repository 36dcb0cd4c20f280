/** User files and folders that get another path. */
@NullMarked
package dev.coffer.userdata.move;

import org.jspecify.annotations.NullMarked;
