@NullMarked
package dev.coffer.files.icon;

import org.jspecify.annotations.NullMarked;
