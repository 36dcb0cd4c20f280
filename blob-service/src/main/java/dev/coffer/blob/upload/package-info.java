@NullMarked
package dev.coffer.blob.upload;

import org.jspecify.annotations.NullMarked;
