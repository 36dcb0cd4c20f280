@NullMarked
package dev.coffer.files.identifier;

import org.jspecify.annotations.NullMarked;
