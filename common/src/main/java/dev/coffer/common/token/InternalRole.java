package dev.coffer.common.token;

import dev.coffer.common.identity.Caller;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Accepts the role {@code coffer-internal} from tokens of the services only. It is taken away from any other token that
 * has it, by mistake or by a claim that people can set.
 */
@ApplicationScoped
class InternalRole implements SecurityIdentityAugmentor {
    private static final Logger LOG = Logger.getLogger(InternalRole.class);
    /** A token with one of these claims belongs to a person, even if the client of a service obtained it. */
    private static final List<String> OF_PEOPLE = List.of("sid", "nonce");
    private static final int REPORTED = 100;

    private final CallerConfig config;
    private final Set<List<String>> reported = ConcurrentHashMap.newKeySet();

    InternalRole(CallerConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity.hasRole(Caller.INTERNAL) && !isService(identity)
                ? withoutRole(identity)
                : identity);
    }

    private boolean isService(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return false;
        }
        List<String> clients = CallingClient.of(token, config);
        boolean service = !clients.isEmpty()
                && config.internalClients().containsAll(clients)
                && token.getAudience() != null
                && !Collections.disjoint(token.getAudience(), config.internalAudience())
                && OF_PEOPLE.stream().noneMatch(token::containsClaim);
        if (!service && reported.size() < REPORTED && reported.add(clients)) {
            LOG.warnf("a token of client %s has the role %s, which is for services alone: the role is ignored "
                    + "(coffer.caller.internal-clients, .internal-audience)", clients, Caller.INTERNAL);
        }
        return service;
    }

    private static SecurityIdentity withoutRole(SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder copy = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes());
        identity.getRoles().stream().filter(role -> !role.equals(Caller.INTERNAL)).forEach(copy::addRole);
        return copy.build();
    }
}
