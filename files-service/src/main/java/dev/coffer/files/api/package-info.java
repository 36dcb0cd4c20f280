/** What all operations of the CDF Files API have in common. */
@NullMarked
package dev.coffer.files.api;

import org.jspecify.annotations.NullMarked;
