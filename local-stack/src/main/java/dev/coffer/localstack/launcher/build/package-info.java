/** What the launcher builds before it starts anything. */
@NullMarked
package dev.coffer.localstack.launcher.build;

import org.jspecify.annotations.NullMarked;
