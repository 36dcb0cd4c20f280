@NullMarked
package dev.coffer.blob.buffer;

import org.jspecify.annotations.NullMarked;
