package dev.coffer.blob.reference;

import dev.coffer.common.caller.Owner;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Lets each service at what it keeps, so that the token of one, in other hands, opens nothing of another. */
@ApplicationScoped
public class Keepers {
    private static final Logger LOG = Logger.getLogger(Keepers.class);
    private static final String PROJECT = Owner.project("", "").key();

    private final SecurityIdentity identity;
    private final KeeperConfig config;
    private final MeterRegistry metrics;

    Keepers(SecurityIdentity identity, KeeperConfig config, MeterRegistry metrics) {
        this.identity = identity;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Passes an owner on.
     *
     * @param owner null if the caller has noted none
     * @throws ServiceException 403 if the calling service keeps nothing of such owners
     */
    public Owner admit(Owner owner) {
        if (owner == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return owner;
        }
        Set<String> keepers = owner.key().startsWith(PROJECT) ? config.projects() : config.workspaces();
        Object client = config.clientClaims().stream()
                .map(token::<Object>getClaim)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        if (!keepers.contains(client.toString())) {
            LOG.warnf("refused: a client speaks for an owner whose things it does not keep (coffer.keepers)");
            metrics.counter(Claims.METRIC, "what", "client").increment();
            throw new ServiceException(ErrorCode.FORBIDDEN, "This service does not keep what belongs to such owners.");
        }
        return owner;
    }
}
