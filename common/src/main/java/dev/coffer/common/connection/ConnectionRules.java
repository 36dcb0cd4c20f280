package dev.coffer.common.connection;

import static dev.coffer.common.config.Setting.require;

import dev.coffer.common.filter.FilterPriorities;
import dev.coffer.common.streams.AnswerConfig;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Configures the watches of connections, and tells them when requests begin and end. */
@ApplicationScoped
class ConnectionRules implements HttpServerOptionsCustomizer {
    private static final String OF_SERVICES = "/internal/";
    /** Another service may stall for longer: it has buffers, and a slow client of its own to give up first. */
    private static final int SERVICE_TIMEOUT_MULTIPLIER = 20;
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(60);

    private final ConnectionConfig config;
    private final AnswerConfig answers;
    private final HttpServer server;

    ConnectionRules(ConnectionConfig config, AnswerConfig answers, HttpServer server) {
        this.config = config;
        this.answers = answers;
        this.server = server;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        require(config.head().isPositive(), "coffer.connections.head", "more than 0s");
        require(config.idle().isPositive() && config.idle().compareTo(LONGEST_IDLE) <= 0,
                "coffer.connections.idle", "more than 0s and at most 60s");
        ConnectionExtension.use(config, server::getManagementPort);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }

    void install(@Observes Filters filters) {
        filters.register(this::watch, FilterPriorities.CONNECTION_WATCH);
    }

    void install(@Observes ManagementInterface management) {
        management.router().route().order(FilterPriorities.MANAGEMENT_CONNECTION_WATCH).handler(this::watch);
    }

    void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!Connections.isOpen(request.connection())) {
            drop(context);
            return;
        }
        Connections.watch(request.connection()).ifPresent(watch -> {
            watch.begun();
            context.addEndHandler(end -> watch.over());
        });
        Connections.answers(request.connection(), () -> new AnswerWatch(answers)).begun(timeoutMultiplier(request));
        context.next();
    }

    /**
     * Vert.x delivers pipelined requests even if the connection has been closed meanwhile, and their answers do not
     * learn of it: writing one would wait for ever. Each is ended in an event of its own, so that many do not nest.
     */
    private static void drop(RoutingContext context) {
        context.vertx().runOnContext(later -> context.response().end());
    }

    private static int timeoutMultiplier(HttpServerRequest request) {
        return request.path() != null && request.path().startsWith(OF_SERVICES) ? SERVICE_TIMEOUT_MULTIPLIER : 1;
    }
}
