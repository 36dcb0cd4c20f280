@NullMarked
package dev.coffer.files.file;

import org.jspecify.annotations.NullMarked;
