/**
 * A request can be followed: by its id and its trace, through the log, other services and events (docs/operations.md).
 */
@NullMarked
package dev.coffer.common.tracing;

import org.jspecify.annotations.NullMarked;
