/** The project of a request, and what its caller may do there. */
@NullMarked
package dev.coffer.files.project;

import org.jspecify.annotations.NullMarked;
