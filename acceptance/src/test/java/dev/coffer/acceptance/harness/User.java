package dev.coffer.acceptance.harness;

import dev.coffer.acceptance.stack.Environment;

/** The demo users: A and A2 are of one tenant, B is of another. Each has a CDF project of its own. */
public enum User {
    A,
    A2,
    B;

    String login() {
        return Environment.get("COFFER_USER_" + name());
    }

    String password() {
        return Environment.get("COFFER_PASSWORD_" + name());
    }

    public String apiKey() {
        return Environment.get("COFFER_API_KEY_" + name());
    }

    public String project() {
        return Environment.get("COFFER_CDF_PROJECT_" + name());
    }

    /** The {@code sub} claim, which also names the personal workspace. */
    public String subject() {
        return Jwt.parse(Tokens.access(this)).claims().get("sub").asText();
    }

    /** The {@code tenant} claim. */
    public String tenant() {
        return Jwt.parse(Tokens.access(this)).claims().get("tenant").asText();
    }
}
