/** API keys: created, revoked, and verified for the other services. */
@NullMarked
package dev.coffer.userdata.key;

import org.jspecify.annotations.NullMarked;
