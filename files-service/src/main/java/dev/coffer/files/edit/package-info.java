@NullMarked
package dev.coffer.files.edit;

import org.jspecify.annotations.NullMarked;
