package dev.coffer.userdata.workspace;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A workspace, and the role of the caller in it (comfy.md section 0.6).
 *
 * @param id what {@code X-Comfy-Workspace-ID} names it by
 * @param name what people call it
 * @param type whether others may be in it
 * @param role of the caller
 * @param authMethod how the caller came
 * @param permissions what the caller may do there
 */
@Schema(name = "Workspace")
record WorkspaceView(
        @Schema(required = true) String id,
        @Schema(required = true) String name,
        @Schema(required = true, enumeration = {
            "personal", "team"}) String type,
        @Schema(required = true, enumeration = {"owner", "member"}) String role,
        @Schema(required = true, enumeration = {"oidc", "api_key"}) @JsonProperty("auth_method") String authMethod,
        @Schema(required = true) List<String> permissions) {
    private static final List<String> EVERYBODYS =
            List.of("assets:read", "assets:write", "userdata:read", "userdata:write");

    static WorkspaceView of(Owner workspace, Caller caller) {
        boolean personal = workspace.isPersonal();
        return new WorkspaceView(
                workspace.name(),
                personal ? "Personal" : workspace.name(),
                personal ? "personal" : "team",
                personal ? "owner" : "member",
                caller.byKey() ? "api_key" : "oidc",
                EVERYBODYS);
    }
}
