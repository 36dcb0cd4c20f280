/** What all services measure in the same way. */
@NullMarked
package dev.coffer.common.metrics;

import org.jspecify.annotations.NullMarked;
