@NullMarked
package dev.coffer.testing;

import org.jspecify.annotations.NullMarked;
