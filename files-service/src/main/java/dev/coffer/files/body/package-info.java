@NullMarked
package dev.coffer.files.body;

import org.jspecify.annotations.NullMarked;
