/**
 * Other servers: which may be asked, and what keeps them from our own network. Off unless an operator names the hosts.
 */
@NullMarked
package dev.coffer.asset.remote;

import org.jspecify.annotations.NullMarked;
