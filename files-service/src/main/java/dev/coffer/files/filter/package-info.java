@NullMarked
package dev.coffer.files.filter;

import org.jspecify.annotations.NullMarked;
