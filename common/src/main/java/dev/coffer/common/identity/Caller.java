package dev.coffer.common.identity;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request: from an OIDC access token, an API key or a browser session.
 *
 * @param tenant the organisation of the caller
 * @param subject the {@code sub} claim; names the personal workspace
 * @param kind a person, or a service with the role {@code coffer-internal}
 * @param roles realm roles of the token, or the scopes of the key; a session has none
 * @param workspaces names of the team workspaces that the token lists
 * @param projects names of the CDF projects that the token lists; an API key has none
 * @param keyWorkspace the owner key that an API key or a session is bound to; tokens have none
 */
public record Caller(
        String tenant,
        String subject,
        Kind kind,
        Set<String> roles,
        Set<String> workspaces,
        Set<String> projects,
        @Nullable String keyWorkspace) {

    /** The role of one service calling another; never given to people. */
    public static final String INTERNAL = "coffer-internal";

    /** The role of those who may write public assets. */
    public static final String PUBLISHER = "coffer-publisher";

    /** The role of those who may end the API keys and sessions of people of their tenant; a key never has it. */
    public static final String OPERATOR = "coffer-operator";

    public enum Kind {
        USER,
        SERVICE
    }

    /** The workspace used when the request names none: the one of the key, else the personal one. */
    public Owner home() {
        return keyWorkspace == null ? Owner.user(tenant, subject) : new Owner(tenant, keyWorkspace);
    }

    /** Whether the caller may write public assets. */
    public boolean isPublisher() {
        return roles.contains(PUBLISHER);
    }

    /** Whether the caller came with an API key or a session. */
    public boolean byKey() {
        return keyWorkspace != null;
    }

    /** The team workspace of that name, or the personal one for the subject, if it is the caller's. */
    public @Nullable Owner workspace(String name) {
        Owner asked = name.equals(subject) ? Owner.user(tenant, subject) : Owner.workspace(tenant, name);
        return workspaceOwners().contains(asked) ? asked : null;
    }

    /**
     * The owners whose content this caller may see: workspaces and public rows; for projects see {@link ProjectRights}.
     */
    public Set<Owner> owners() {
        Set<Owner> owners = workspaceOwners();
        owners.add(Owner.everybody(tenant));
        return owners;
    }

    /** The projects that the token lists; what it may see in them says {@link ProjectRights}. */
    public Set<Owner> projectOwners() {
        return projects.stream().map(project -> Owner.project(tenant, project)).collect(Collectors.toSet());
    }

    private Set<Owner> workspaceOwners() {
        Set<Owner> owners = new LinkedHashSet<>();
        owners.add(home());
        if (!byKey()) {
            workspaces.stream().map(name -> Owner.workspace(tenant, name)).forEach(owners::add);
        }
        return owners;
    }
}
