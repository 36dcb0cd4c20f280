/** What a tenant holds and may hold. */
@NullMarked
package dev.coffer.blob.quota;

import org.jspecify.annotations.NullMarked;
