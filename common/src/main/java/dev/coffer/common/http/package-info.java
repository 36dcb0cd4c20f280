/** Heads, targets and headers of requests, and what is refused before all else. */
package dev.coffer.common.http;
