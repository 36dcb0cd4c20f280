/** Lists, searches and aggregates of files. */
@NullMarked
package dev.coffer.files.list;

import org.jspecify.annotations.NullMarked;
