/** The calling side of userdata-service: it knows the keys and sessions, and is told of tokens. */
@NullMarked
package dev.coffer.common.userdataclient;

import org.jspecify.annotations.NullMarked;
