/** The limits of fields, and the ids and labels that files, data sets and filters share. */
@NullMarked
package dev.coffer.files.field;

import org.jspecify.annotations.NullMarked;
