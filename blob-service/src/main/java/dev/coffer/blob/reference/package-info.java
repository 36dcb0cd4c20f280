@NullMarked
package dev.coffer.blob.reference;

import org.jspecify.annotations.NullMarked;
