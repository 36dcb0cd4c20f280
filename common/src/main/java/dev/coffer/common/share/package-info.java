/** What all tenants use together, shared out so that none of them can have all of it. */
@NullMarked
package dev.coffer.common.share;

import org.jspecify.annotations.NullMarked;
