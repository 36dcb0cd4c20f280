package dev.coffer.localstack.edge;

import java.time.Duration;
import java.util.Map;

/**
 * The limits of client connections.
 *
 * @param connections     of all clients together
 * @param perAddress      of one client; below what goes to one service at a time, so that one client cannot take it all
 * @param head            how long a new connection may take until it has sent the head of a request
 * @param idle            how long a connection may be kept between the end of an answer and the next head
 */
record EdgeLimits(int connections, int perAddress, Duration head, Duration idle) {
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(60);

    static final EdgeLimits DEFAULT = new EdgeLimits(4096, 768, Duration.ofSeconds(15), Duration.ofSeconds(60));

    EdgeLimits {
        require(connections > 0, "COFFER_EDGE_CONNECTIONS must be at least 1.");
        require(perAddress > 0, "COFFER_EDGE_CONNECTIONS_PER_ADDRESS must be at least 1.");
        require(head.isPositive(), "COFFER_EDGE_HEAD_SECONDS must be at least 1.");
        require(idle.isPositive() && idle.compareTo(LONGEST_IDLE) <= 0, "COFFER_EDGE_IDLE_SECONDS must be 1 to 60.");
    }

    /** The defaults, overridden by the environment. */
    static EdgeLimits of(Map<String, String> environment) {
        return new EdgeLimits(
                number(environment, "COFFER_EDGE_CONNECTIONS", DEFAULT.connections),
                number(environment, "COFFER_EDGE_CONNECTIONS_PER_ADDRESS", DEFAULT.perAddress),
                Duration.ofSeconds(number(environment, "COFFER_EDGE_HEAD_SECONDS", (int) DEFAULT.head.toSeconds())),
                Duration.ofSeconds(number(environment, "COFFER_EDGE_IDLE_SECONDS", (int) DEFAULT.idle.toSeconds())));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        try {
            return Integer.parseInt(environment.getOrDefault(name, Integer.toString(otherwise)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number.");
        }
    }

    private static void require(boolean good, String rule) {
        if (!good) {
            throw new IllegalArgumentException(rule);
        }
    }
}
