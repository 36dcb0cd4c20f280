/** Work in the background that processes share by leases. */
@NullMarked
package dev.coffer.common.lease;

import org.jspecify.annotations.NullMarked;
