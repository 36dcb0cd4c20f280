@NullMarked
package dev.coffer.blob.quota;

import org.jspecify.annotations.NullMarked;
