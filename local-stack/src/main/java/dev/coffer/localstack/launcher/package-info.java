/** The command {@code ./coffer}. */
@NullMarked
package dev.coffer.localstack.launcher;

import org.jspecify.annotations.NullMarked;
