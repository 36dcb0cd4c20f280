package dev.coffer.userdata.session;

import java.time.Duration;

/**
 * A session that was just opened.
 *
 * @param token the value of the cookie, which is not stored
 * @param life how long it will be accepted
 */
record OpenedSession(String token, Duration life) {}
