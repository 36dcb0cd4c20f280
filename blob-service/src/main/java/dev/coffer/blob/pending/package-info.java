@NullMarked
package dev.coffer.blob.pending;

import org.jspecify.annotations.NullMarked;
