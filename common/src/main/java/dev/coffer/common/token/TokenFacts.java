package dev.coffer.common.token;

import dev.coffer.common.identity.Caller;
import dev.coffer.common.text.Text;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The facts in the access token of a person on which credentials that the person creates depend.
 *
 * @param tenant the organisation
 * @param subject the person
 * @param roles what the person could do besides what everybody may
 * @param workspaces names of the team workspaces
 * @param issuedAt when the token was made, to the second
 */
public record TokenFacts(
        String tenant, String subject, SortedSet<String> roles, SortedSet<String> workspaces, Instant issuedAt) {

    static TokenFacts of(Caller caller, Instant issuedAt) {
        return new TokenFacts(
                caller.tenant(), caller.subject(), sorted(caller.roles()), sorted(caller.workspaces()), issuedAt);
    }

    boolean saysTheSameAs(TokenFacts other) {
        return roles.equals(other.roles) && workspaces.equals(other.workspaces);
    }

    private static SortedSet<String> sorted(Collection<String> names) {
        return names.stream().filter(Text::storable).collect(Collectors.toCollection(TreeSet::new));
    }
}
