/** The calling side of userdata-service: it knows the keys and sessions, and is told of tokens. */
package dev.coffer.common.userdataclient;
