package dev.coffer.common.database;

import static dev.coffer.common.config.Setting.require;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Warns at the start of a service if all replicas together want more connections than PostgreSQL has. */
@ApplicationScoped
class ReplicaGuard {
    private static final Logger LOG = Logger.getLogger(ReplicaGuard.class);

    private final ReplicaConfig config;

    ReplicaGuard(ReplicaConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    void onStart(@Observes StartupEvent event, AgroalDataSource database) {
        require(config.max() > 0, "coffer.replicas.max", "at least 1");
        require(config.services() >= 0, "coffer.replicas.services", "at least 0");
        int pool = database.getConfiguration().connectionPoolConfiguration().maxSize();
        try {
            ServerConnectionRepository.read(database).warning(pool, config).ifPresent(LOG::warn);
        } catch (SQLException e) {
            LOG.warnf("whether PostgreSQL has connections enough for all replicas is not known: %s", e.getMessage());
        }
    }
}
