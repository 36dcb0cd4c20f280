@NullMarked
package dev.coffer.blob.ingest;

import org.jspecify.annotations.NullMarked;
