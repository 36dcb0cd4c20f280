@NullMarked
package dev.coffer.blob.hashing;

import org.jspecify.annotations.NullMarked;
