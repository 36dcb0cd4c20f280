/** Images in tar files, in the layout of OCI. */
@NullMarked
package dev.coffer.images.archive;

import org.jspecify.annotations.NullMarked;
