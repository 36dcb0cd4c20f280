/** What tells requests apart in answers and logs. */
package dev.coffer.common.tracing;
