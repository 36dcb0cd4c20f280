/** Who calls, and whose things are: callers, owners, and the rights of CDF projects. */
package dev.coffer.common.identity;
