/** Content that has arrived: learned from events or by asking blob-service, and put into the row of its file. */
@NullMarked
package dev.coffer.files.content;

import org.jspecify.annotations.NullMarked;
