@NullMarked
package dev.coffer.files.api;

import org.jspecify.annotations.NullMarked;
