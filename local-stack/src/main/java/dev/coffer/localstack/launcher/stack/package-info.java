@NullMarked
package dev.coffer.localstack.launcher.stack;

import org.jspecify.annotations.NullMarked;
