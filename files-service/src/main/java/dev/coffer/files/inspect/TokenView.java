package dev.coffer.files.inspect;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an access token gives, in the words of CDF (cdf-files.md section 6). */
@Schema(name = "TokenInspection")
record TokenView(
        @Schema(required = true) String subject,
        @Schema(required = true) List<ProjectView> projects,
        @Schema(required = true) List<Capability> capabilities) {

    /** A project that the token names. There are no groups, so the list of them is empty. */
    @Schema(name = "TokenProject")
    record ProjectView(
            @Schema(required = true) String projectUrlName, @Schema(required = true) List<Long> groups) {}

    /** One kind of rights, in all projects of the token; exactly one of the kinds is there. */
    @Schema(name = "TokenCapability")
    record Capability(
            @Nullable Rights filesAcl,
            @Nullable Rights labelsAcl,
            @Nullable Rights datasetsAcl,
            @Schema(required = true) ProjectScope projectScope) {}

    /**
     * @param actions READ, WRITE or both
     * @param scope {@code all}, or with ids {@code idScope} for data sets, {@code datasetScope} for what is in them
     */
    @Schema(name = "ProjectRights")
    record Rights(
            @Schema(required = true) List<String> actions,
            @Schema(required = true, implementation = Map.class) Map<String, Object> scope) {}

    @Schema(name = "TokenProjectScope")
    record ProjectScope(@Schema(required = true) List<String> projects) {}
}
