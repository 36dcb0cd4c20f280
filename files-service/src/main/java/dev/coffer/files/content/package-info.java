@NullMarked
package dev.coffer.files.content;

import org.jspecify.annotations.NullMarked;
