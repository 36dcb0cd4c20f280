package dev.coffer.userdata.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a page is told about its new session; the session itself is out of its reach.
 *
 * @param success always true
 * @param expiresIn seconds until it is refused
 */
record SessionView(boolean success, @JsonProperty("expires_in") long expiresIn) {}
