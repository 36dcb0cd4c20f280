/** Which components a stack has, with which settings, users and secrets. */
@NullMarked
package dev.coffer.localstack.launcher.stack;

import org.jspecify.annotations.NullMarked;
