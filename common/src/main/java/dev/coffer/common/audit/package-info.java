/** Who has changed what: one line of the log for each request that may change something (docs/operations.md). */
@NullMarked
package dev.coffer.common.audit;

import org.jspecify.annotations.NullMarked;
