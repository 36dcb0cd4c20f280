/** Processes of the operating system: started, recognised, stopped. */
@NullMarked
package dev.coffer.localstack.process;

import org.jspecify.annotations.NullMarked;
