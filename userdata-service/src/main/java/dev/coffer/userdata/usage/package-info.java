/** What the organisation of the caller holds. */
@NullMarked
package dev.coffer.userdata.usage;

import org.jspecify.annotations.NullMarked;
