/** Where uploads of clients arrive: the internal operations on sessions, and the signed links. */
@NullMarked
package dev.coffer.blob.upload;

import org.jspecify.annotations.NullMarked;
