/** The bytes of a blob as an answer, to services by reference and to clients by signed link. */
@NullMarked
package dev.coffer.blob.download;

import org.jspecify.annotations.NullMarked;
