/** Events and releases that a transaction decides on, and the relays that carry them out. */
package dev.coffer.common.outbox;
