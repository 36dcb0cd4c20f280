/** Answers with content: ranges, conditions, media types, and what a browser may show. */
@NullMarked
package dev.coffer.common.content;

import org.jspecify.annotations.NullMarked;
