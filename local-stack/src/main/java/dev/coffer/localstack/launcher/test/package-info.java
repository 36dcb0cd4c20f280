/** The command {@code ./coffer test}: runs all tests on a stack of their own. */
@NullMarked
package dev.coffer.localstack.launcher.test;

import org.jspecify.annotations.NullMarked;
