@NullMarked
package dev.coffer.localstack.launcher.command;

import org.jspecify.annotations.NullMarked;
