package dev.coffer.common.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which claims of an access token say what its bearer may do in the projects that it names. */
@ConfigMapping(prefix = "coffer.files.rights")
public interface ProjectRightsConfig {
    /**
     * Claim with the rights: an array, or one text with blanks between them; a slash leads into an object
     * ({@code realm_access/roles}). If it is not set, a project in the token gives every right.
     */
    Optional<String> claim();

    /** What the claim says of those who may read. */
    @WithDefault("files:read")
    String read();

    /** What the claim says of those who may write. */
    @WithDefault("files:write")
    String write();

    /** Claim with the ids of the only data sets that the bearer may touch; a token without it may touch all. */
    @WithDefault("data_sets")
    String dataSetsClaim();
}
