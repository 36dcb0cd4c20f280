@NullMarked
package dev.coffer.blob.store;

import org.jspecify.annotations.NullMarked;
