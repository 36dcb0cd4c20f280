@NullMarked
package dev.coffer.files.create;

import org.jspecify.annotations.NullMarked;
