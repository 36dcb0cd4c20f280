/** Whose the links are by which clients move content. */
@NullMarked
package dev.coffer.blob.link;

import org.jspecify.annotations.NullMarked;
