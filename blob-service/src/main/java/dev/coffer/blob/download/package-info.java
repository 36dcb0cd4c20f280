@NullMarked
package dev.coffer.blob.download;

import org.jspecify.annotations.NullMarked;
