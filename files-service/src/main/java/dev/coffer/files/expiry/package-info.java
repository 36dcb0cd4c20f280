@NullMarked
package dev.coffer.files.expiry;

import org.jspecify.annotations.NullMarked;
