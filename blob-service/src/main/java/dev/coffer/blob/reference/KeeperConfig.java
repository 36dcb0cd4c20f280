package dev.coffer.blob.reference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/**
 * Which services manage the content of which owners, by the ids of their clients at the identity provider: all of them
 * clients of {@code coffer.caller.internal-clients}.
 */
@ConfigMapping(prefix = "coffer.keepers")
public interface KeeperConfig {
    /** Who keeps what belongs to projects. */
    @WithDefault("files-service")
    Set<String> projects();

    /** Services that manage content of persons, of workspaces and of public owners. */
    @WithDefault("asset-service,userdata-service")
    Set<String> workspaces();
}
