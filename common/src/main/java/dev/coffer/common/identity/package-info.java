/** Callers, owners, and the rights of CDF projects. */
@NullMarked
package dev.coffer.common.identity;

import org.jspecify.annotations.NullMarked;
