/** The caller of the request that is being served, and the workspace that it works in. */
@NullMarked
package dev.coffer.common.caller;

import org.jspecify.annotations.NullMarked;
