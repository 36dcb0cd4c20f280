@NullMarked
package dev.coffer.files.dataset;

import org.jspecify.annotations.NullMarked;
