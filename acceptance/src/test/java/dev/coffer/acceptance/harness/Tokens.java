package dev.coffer.acceptance.harness;

import dev.coffer.acceptance.stack.Environment;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens from the identity provider of the stack, kept until shortly before they expire. */
public final class Tokens {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Map<User, Token> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    private record Token(String text, Instant expires) {}

    /** The access token of a user. */
    public static String access(User user) {
        return KEPT.compute(user, (key, kept) -> usable(kept) ? kept : fetch(key)).text();
    }

    /** What the token endpoint answers, with {@code access_token}, {@code refresh_token} and {@code id_token}. */
    public static JsonPath grant(User user) {
        return grant(user, Environment.get("COFFER_CLIENT_ID"));
    }

    /** A token that expires within seconds. */
    public static String brief(User user) {
        return grant(user, Environment.get("COFFER_BRIEF_CLIENT_ID")).getString("access_token");
    }

    private static JsonPath grant(User user, String client) {
        return RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("client_secret", Environment.get("COFFER_CLIENT_SECRET"))
                .formParam("username", user.login())
                .formParam("password", user.password())
                .formParam("scope", "openid")
                .post(Environment.get("COFFER_TOKEN_URL"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The token of the demo client itself, a service account. */
    public static String ofClient() {
        return RestAssured.given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", Environment.get("COFFER_CLIENT_ID"))
                .formParam("client_secret", Environment.get("COFFER_CLIENT_SECRET"))
                .post(Environment.get("COFFER_TOKEN_URL"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static boolean usable(Token token) {
        return token != null && Instant.now().plus(MARGIN).isBefore(token.expires());
    }

    private static Token fetch(User user) {
        JsonPath answer = grant(user);
        return new Token(answer.getString("access_token"), Instant.now().plusSeconds(answer.getLong("expires_in")));
    }
}
