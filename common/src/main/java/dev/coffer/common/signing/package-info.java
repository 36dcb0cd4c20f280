/** Signed tokens, and the links that carry them. */
package dev.coffer.common.signing;
