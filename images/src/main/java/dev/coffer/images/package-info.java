/** What {@code ./coffer images} does: the services as OCI images, in files. */
@NullMarked
package dev.coffer.images;

import org.jspecify.annotations.NullMarked;
