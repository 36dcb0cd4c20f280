package dev.coffer.localstack.edge;

import dev.coffer.localstack.edge.RouteTable.Upstream;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.Map;

/** Runs the edge: {@code EdgeMain port asset-port userdata-port files-port blob-port}. */
public final class EdgeMain {
    private EdgeMain() {}

    /** Starts it, one event loop per processor; ends the JVM when the port cannot be had. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Map<Upstream, Integer> upstreams = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            upstreams.put(upstream, Integer.parseInt(arguments[1 + upstream.ordinal()]));
        }
        ClientConnections connections = new ClientConnections(EdgeLimits.of(System.getenv()));
        int instances = Math.max(2, Runtime.getRuntime().availableProcessors());
        Vertx.vertx()
                .deployVerticle(() -> new Edge(port, upstreams, connections),
                        new DeploymentOptions().setInstances(instances))
                .onFailure(failure -> {
                    System.err.println("The edge cannot listen on port " + port + ": " + failure.getMessage());
                    System.exit(1);
                });
    }
}
