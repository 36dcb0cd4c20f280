/** Upload sessions of files, their links, and uploads in several parts. */
@NullMarked
package dev.coffer.files.upload;

import org.jspecify.annotations.NullMarked;
