@NullMarked
package dev.coffer.files.download;

import org.jspecify.annotations.NullMarked;
