package dev.coffer.common.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which tokens are taken, and which of their claims say who the caller is. */
@ConfigMapping(prefix = "coffer.caller")
public interface CallerConfig {
    /** Claim with the caller's tenant, a string. */
    @WithDefault("tenant")
    String tenantClaim();

    /** Tenant of callers whose token has no such claim; not set: they are refused. */
    Optional<String> defaultTenant();

    /** Claim with the names of the caller's team workspaces, an array of strings. */
    @WithDefault("workspaces")
    String workspacesClaim();

    /** Claim with the names of the caller's CDF projects, an array of strings. */
    @WithDefault("projects")
    String projectsClaim();

    /** How a token shows that it is an access token, and not one that tells a client who has logged in. */
    @WithDefault("proven")
    AccessTokenRule accessTokens();

    /** Claims of which {@link AccessTokenRule#PROVEN} wants one where nothing else tells. */
    @WithDefault("scope,scp,cid,azpacr,appidacr,gty")
    List<String> accessTokenClaims();

    /** Client ids of the services themselves: only their tokens are accepted by {@code /internal}. */
    @WithDefault("asset-service,userdata-service,files-service,blob-service")
    Set<String> internalClients();

    /** Claims with the id of the client that a token was given to; of several all must name a service. */
    @WithDefault("azp,client_id")
    List<String> clientClaims();

    /** Audiences of which a token must have one to open {@code /internal}; those of all tokens, unless it is set. */
    @WithDefault("coffer")
    Set<String> internalAudience();

    /** How long the identity provider may take for an answer; then what needs it is 503. */
    @WithDefault("5s")
    Duration providerTimeout();

    /**
     * For how long a token that was verified is known, but no longer than it is valid; 0 to verify it in each request.
     * Until then a signing key counts that the identity provider has withdrawn.
     */
    @WithDefault("1m")
    Duration knownFor();

    /** Whether requests may pick a workspace: an API that does not know workspaces does not look at what names one. */
    @WithDefault("false")
    boolean workspaces();
}
