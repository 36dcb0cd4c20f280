@NullMarked
package dev.coffer.files.inspect;

import org.jspecify.annotations.NullMarked;
