/** Error codes, the exceptions that carry them, and how they become answers. */
@NullMarked
package dev.coffer.common.error;

import org.jspecify.annotations.NullMarked;
