@NullMarked
package dev.coffer.files.change;

import org.jspecify.annotations.NullMarked;
