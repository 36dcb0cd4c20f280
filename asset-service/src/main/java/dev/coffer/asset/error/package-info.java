/** What can go wrong for clients of this API alone. */
@NullMarked
package dev.coffer.asset.error;

import org.jspecify.annotations.NullMarked;
