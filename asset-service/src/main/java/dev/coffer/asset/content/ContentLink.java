package dev.coffer.asset.content;

import java.time.Duration;
import java.time.Instant;

/**
 * A link that opens some content without credentials.
 *
 * @param life for how long it can start a download
 * @param expires when that is over
 */
public record ContentLink(String url, Duration life, Instant expires) {}
