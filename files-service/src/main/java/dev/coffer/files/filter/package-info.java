/** The filters of lists, as conditions in SQL. */
@NullMarked
package dev.coffer.files.filter;

import org.jspecify.annotations.NullMarked;
