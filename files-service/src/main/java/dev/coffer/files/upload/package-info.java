@NullMarked
package dev.coffer.files.upload;

import org.jspecify.annotations.NullMarked;
