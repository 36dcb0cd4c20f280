@NullMarked
package dev.coffer.localstack.launcher.build;

import org.jspecify.annotations.NullMarked;
