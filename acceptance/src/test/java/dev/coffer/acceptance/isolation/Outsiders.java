package dev.coffer.acceptance.isolation;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.A2;
import static dev.coffer.acceptance.harness.User.B;

import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.stack.Environment;
import java.util.List;

/** The clients that must not see what is in A's personal workspace. */
public final class Outsiders {
    private Outsiders() {}

    /** A colleague, a person of another tenant, by token and by key; the team; and A in the team. */
    public static List<Client> all() {
        return List.of(
                as(A2), as(A2).byKey(), as(B), as(B).byKey(), as(A2).in(team()), as(B).in(team()), as(A).in(team()));
    }

    /** Users of other projects, each in their own: CDF files are accessible by token only. */
    public static List<Client> ofOtherProjects() {
        return List.of(as(A2), as(B));
    }

    /** Those whose credentials give no access to the content of A's personal workspace at all. */
    public static List<Client> strangers() {
        return all().stream().filter(client -> client.user() != A).toList();
    }

    static String team() {
        return Environment.get("COFFER_WORKSPACE_TEAM");
    }
}
