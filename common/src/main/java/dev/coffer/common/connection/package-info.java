/** The connections of clients: how many, and how long without a request. */
@NullMarked
package dev.coffer.common.connection;

import org.jspecify.annotations.NullMarked;
