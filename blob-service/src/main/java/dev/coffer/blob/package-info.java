/** The content store behind the other services (see the README of blob-service). */
@NullMarked
package dev.coffer.blob;

import org.jspecify.annotations.NullMarked;
