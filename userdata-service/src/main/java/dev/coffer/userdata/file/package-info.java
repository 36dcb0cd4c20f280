/** User files: saved, read and deleted by their path. */
@NullMarked
package dev.coffer.userdata.file;

import org.jspecify.annotations.NullMarked;
