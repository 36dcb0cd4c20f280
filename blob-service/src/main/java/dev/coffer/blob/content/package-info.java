@NullMarked
package dev.coffer.blob.content;

import org.jspecify.annotations.NullMarked;
