@NullMarked
package dev.coffer.blob.transfer;

import org.jspecify.annotations.NullMarked;
