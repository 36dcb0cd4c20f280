@NullMarked
package dev.coffer.localstack.launcher.options;

import org.jspecify.annotations.NullMarked;
