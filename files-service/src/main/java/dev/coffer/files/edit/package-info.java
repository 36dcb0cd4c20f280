/** Updates and deletions of files, all or none of a request. */
@NullMarked
package dev.coffer.files.edit;

import org.jspecify.annotations.NullMarked;
