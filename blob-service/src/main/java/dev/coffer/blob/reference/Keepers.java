package dev.coffer.blob.reference;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.token.CallerConfig;
import dev.coffer.common.token.CallingClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Restricts each calling service to the kind of owners whose content it manages, so that a stolen token of one service
 * gives no access to the content of another.
 */
@ApplicationScoped
public class Keepers {
    private static final Logger LOG = Logger.getLogger(Keepers.class);
    private static final String PROJECT = Owner.project("", "").key();

    private final SecurityIdentity identity;
    private final KeeperConfig config;
    private final CallerConfig callers;
    private final MeterRegistry metrics;

    Keepers(SecurityIdentity identity, KeeperConfig config, CallerConfig callers, MeterRegistry metrics) {
        this.identity = identity;
        this.config = config;
        this.callers = callers;
        this.metrics = metrics;
    }

    /** @throws IllegalStateException that names the setting, if one names a client that may not call this service */
    void onStart(@Observes StartupEvent event) {
        require("projects", config.projects());
        require("workspaces", config.workspaces());
    }

    private void require(String setting, Set<String> keepers) {
        if (!callers.internalClients().containsAll(keepers)) {
            throw new IllegalStateException("coffer.keepers." + setting + " must name clients that are in"
                    + " coffer.caller.internal-clients; these are not: " + keepers.stream()
                            .filter(client -> !callers.internalClients().contains(client))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }

    /**
     * Returns the owner, if the calling service may act for it.
     *
     * @param owner as the caller states it, if it does
     * @throws ServiceException 403 if the calling service manages no content of such owners
     */
    public <T extends @Nullable Owner> T admit(T owner) {
        if (owner == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return owner;
        }
        Set<String> keepers = owner.key().startsWith(PROJECT) ? config.projects() : config.workspaces();
        List<String> clients = CallingClient.of(token, callers);
        if (clients.isEmpty() || !keepers.containsAll(clients)) {
            LOG.warnf("refused: client %s speaks for an owner whose things it does not keep (coffer.keepers)",
                    String.join(", ", clients));
            metrics.counter(OwnershipChecks.METRIC, "what", "client").increment();
            throw new ServiceException(ErrorCode.FORBIDDEN, "This service does not keep what belongs to such owners.");
        }
        return owner;
    }
}
