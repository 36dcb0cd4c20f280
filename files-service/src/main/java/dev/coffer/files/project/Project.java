package dev.coffer.files.project;

import dev.coffer.common.identity.Owner;
import java.util.Optional;

/**
 * A CDF project of one tenant: whom files belong to.
 *
 * @param tenant the organisation
 * @param name as in the path
 */
public record Project(String tenant, String name) {

    /** The owner of the project's content in the words of blob-service and of the events. */
    public Owner owner() {
        return Owner.project(tenant, name);
    }

    /** The project behind an owner key; empty if the owner is something else. */
    public static Optional<Project> of(String tenant, String ownerKey) {
        String prefix = Owner.project(tenant, "").key();
        return ownerKey.startsWith(prefix)
                ? Optional.of(new Project(tenant, ownerKey.substring(prefix.length())))
                : Optional.empty();
    }
}
