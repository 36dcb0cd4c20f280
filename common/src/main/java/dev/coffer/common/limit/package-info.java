/** How many requests a tenant, a key or a person may send, and how many of them begin at once. */
@NullMarked
package dev.coffer.common.limit;

import org.jspecify.annotations.NullMarked;
