/** The commands of the launcher: up, down, status, logs, reset. */
@NullMarked
package dev.coffer.localstack.launcher.command;

import org.jspecify.annotations.NullMarked;
