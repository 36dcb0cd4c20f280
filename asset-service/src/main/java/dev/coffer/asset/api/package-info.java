/** What all operations have in common: the document, the form of errors, paths beside {@code /api/assets}. */
@NullMarked
package dev.coffer.asset.api;

import org.jspecify.annotations.NullMarked;
