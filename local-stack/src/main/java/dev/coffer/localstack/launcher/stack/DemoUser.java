package dev.coffer.localstack.launcher.stack;

import java.util.Locale;

/** The users of the demo realm: two of one tenant, one of another. */
public enum DemoUser {
    A("acme-plant"), A2("acme-lab"), B("globex-plant");

    /** The workspace that the tokens of A and A2 have in common. */
    static final String TEAM = "studio";

    private final String project;

    DemoUser(String project) {
        this.project = project;
    }

    String login() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The CDF project in the token. */
    String project() {
        return project;
    }
}
