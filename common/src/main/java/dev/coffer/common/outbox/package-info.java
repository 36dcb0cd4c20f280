/** Events and releases that a transaction decides on, and the relays that carry them out. */
@NullMarked
package dev.coffer.common.outbox;

import org.jspecify.annotations.NullMarked;
