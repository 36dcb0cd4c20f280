package dev.coffer.common.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which claims of an access token say who the caller is. */
@ConfigMapping(prefix = "coffer.caller")
public interface CallerConfig {
    /** Claim with the caller's tenant, a string. */
    @WithDefault("tenant")
    String tenantClaim();

    /** Tenant of callers whose token has no such claim. */
    @WithDefault("default")
    String defaultTenant();

    /** Claim with the names of the caller's team workspaces, an array of strings. */
    @WithDefault("workspaces")
    String workspacesClaim();

    /** Claim with the names of the caller's CDF projects, an array of strings. */
    @WithDefault("projects")
    String projectsClaim();
}
