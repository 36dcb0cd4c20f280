package dev.coffer.common.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Tells the watches of connections what they may cost, and when requests begin and end. */
@ApplicationScoped
class ConnectionRules implements HttpServerOptionsCustomizer {
    private static final int FIRST = 10_000;
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(60);

    private final ConnectionConfig config;

    ConnectionRules(ConnectionConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        require(config.head().isPositive(), "coffer.connections.head must be more than 0.");
        require(config.idle().isPositive() && config.idle().compareTo(LONGEST_IDLE) <= 0,
                "coffer.connections.idle must be more than 0 and at most 60s.");
        require(config.all() > 0, "coffer.connections.all must be at least 1.");
        require(config.perAddress() >= 0, "coffer.connections.per-address must be at least 0.");
        ConnectionExtension.use(config);
    }

    void install(@Observes Filters filters) {
        filters.register(ConnectionRules::watch, FIRST);
    }

    void install(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(ConnectionRules::watch);
    }

    static void watch(RoutingContext context) {
        Connections.watch(context.request().connection()).ifPresent(watch -> {
            watch.begun();
            context.addEndHandler(end -> watch.over());
        });
        context.next();
    }

    private static void require(boolean good, String rule) {
        if (!good) {
            throw new IllegalStateException(rule);
        }
    }
}
