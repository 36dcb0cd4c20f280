@NullMarked
package dev.coffer.blob.parts;

import org.jspecify.annotations.NullMarked;
