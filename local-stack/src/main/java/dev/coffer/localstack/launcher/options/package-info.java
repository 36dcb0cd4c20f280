/** The options of the command line, and what is written to the console. */
@NullMarked
package dev.coffer.localstack.launcher.options;

import org.jspecify.annotations.NullMarked;
