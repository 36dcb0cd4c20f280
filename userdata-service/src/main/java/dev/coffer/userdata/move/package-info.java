@NullMarked
package dev.coffer.userdata.move;

import org.jspecify.annotations.NullMarked;
