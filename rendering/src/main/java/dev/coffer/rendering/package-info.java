@NullMarked
package dev.coffer.rendering;

import org.jspecify.annotations.NullMarked;
