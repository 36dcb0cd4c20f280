@NullMarked
package dev.coffer.files.list;

import org.jspecify.annotations.NullMarked;
