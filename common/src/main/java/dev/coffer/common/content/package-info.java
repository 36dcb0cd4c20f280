/** Answers with content: ranges, conditions, media types, and what a browser may show. */
package dev.coffer.common.content;
