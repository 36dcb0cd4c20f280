@NullMarked
package dev.coffer.files.page;

import org.jspecify.annotations.NullMarked;
