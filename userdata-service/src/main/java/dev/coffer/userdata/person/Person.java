package dev.coffer.userdata.person;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.userdataclient.VerifiedKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The claims of the last token of a person.
 *
 * @param roles what the person can do besides what everybody may
 * @param workspaces names of the team workspaces
 * @param endedAt when an operator last ended all that the person had made, if ever
 */
record Person(Set<String> roles, Set<String> workspaces, @Nullable Instant endedAt) {

    /** Limits a credential to the present roles of this person; empty in a workspace that is not the person's. */
    Optional<VerifiedKey> limit(VerifiedKey credential) {
        Owner owner = new Owner(credential.tenant(), credential.owner());
        if (!owner.isPersonal() && !workspaces.contains(owner.name())) {
            return Optional.empty();
        }
        Set<String> left = credential.roles().stream().filter(roles::contains).collect(Collectors.toUnmodifiableSet());
        return Optional.of(new VerifiedKey(
                credential.tenant(), credential.subject(), left, credential.owner(), credential.expiresAt()));
    }
}
