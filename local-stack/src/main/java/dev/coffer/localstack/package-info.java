/** Servers for tests and for the local stack; nothing of this module is shipped. */
@NullMarked
package dev.coffer.localstack;

import org.jspecify.annotations.NullMarked;
