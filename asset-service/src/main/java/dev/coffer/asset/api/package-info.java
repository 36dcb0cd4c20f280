/** What all operations have in common: the document, the form of errors, paths beside {@code /api/assets}. */
package dev.coffer.asset.api;
