/** Identifiers of files: parsed, looked up, and what is answered to unknown ones. */
@NullMarked
package dev.coffer.files.identifier;

import org.jspecify.annotations.NullMarked;
