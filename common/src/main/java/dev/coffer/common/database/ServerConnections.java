package dev.coffer.common.database;

import java.util.Optional;

/**
 * How many connections PostgreSQL has.
 *
 * @param all of the server, without those that are reserved for others
 * @param role of the role of this service; negative for any number
 */
record ServerConnections(long all, long role) {
    /**
     * What an operator should know.
     *
     * @param pool connections of one process
     * @return empty if there are enough connections for all
     */
    Optional<String> warning(int pool, ReplicaConfig replicas) {
        if (replicas.services() == 0) {
            return Optional.empty();
        }
        long own = (long) pool * replicas.max();
        long wanted = own * replicas.services();
        if (wanted > all) {
            return Optional
                    .of(("%d connections (quarkus.datasource.jdbc.max-size) of %d replicas (coffer.replicas.max) of"
                            + " %d services (coffer.replicas.services) are %d, and PostgreSQL has %d: with more than %d for each"
                            + " process, requests will fail when all are busy. Lower the first, raise max_connections, or put a"
                            + " pooler in between.")
                            .formatted(pool, replicas.max(), replicas.services(), wanted, all, all * pool / wanted));
        }
        if (role >= 0 && own > role) {
            return Optional
                    .of(("%d connections (quarkus.datasource.jdbc.max-size) of %d replicas (coffer.replicas.max) are"
                            + " %d, and the role of this service in PostgreSQL may have %d: raise its CONNECTION LIMIT.")
                            .formatted(pool, replicas.max(), own, role));
        }
        return Optional.empty();
    }
}
