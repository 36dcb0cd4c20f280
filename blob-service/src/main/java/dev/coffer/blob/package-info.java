@NullMarked
package dev.coffer.blob;

import org.jspecify.annotations.NullMarked;
