/** How many requests a tenant, a key or a person may send. */
@NullMarked
package dev.coffer.common.limit;

import org.jspecify.annotations.NullMarked;
