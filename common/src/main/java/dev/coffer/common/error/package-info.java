/** Error codes, the exceptions that carry them, and how they become answers. */
package dev.coffer.common.error;
