/** Forms read as streams: their one file goes to blob-service while it arrives. */
@NullMarked
package dev.coffer.asset.form;

import org.jspecify.annotations.NullMarked;
