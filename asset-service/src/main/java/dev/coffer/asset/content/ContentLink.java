package dev.coffer.asset.content;

import java.time.Duration;
import java.time.Instant;

/**
 * A link to content that needs no credentials.
 *
 * @param life for how long a download can be started with it
 * @param expires the end of that time
 */
public record ContentLink(String url, Duration life, Instant expires) {}
