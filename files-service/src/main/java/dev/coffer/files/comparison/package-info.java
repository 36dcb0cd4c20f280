@NullMarked
package dev.coffer.files.comparison;

import org.jspecify.annotations.NullMarked;
