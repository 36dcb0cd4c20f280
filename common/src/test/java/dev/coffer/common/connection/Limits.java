package dev.coffer.common.connection;

import java.time.Duration;

/** What connections may cost. */
record Limits(Duration head, Duration idle, int all, int perAddress) implements ConnectionConfig {}
