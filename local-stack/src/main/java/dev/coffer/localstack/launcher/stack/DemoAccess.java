package dev.coffer.localstack.launcher.stack;

import dev.coffer.localstack.component.ComponentException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Creates an API key for each demo user, as a user would: with a token, through the edge. */
public final class DemoAccess {
    static final String CLIENT_ID = "coffer-cli";
    /** Its tokens live for five seconds; the secret is that of {@link #CLIENT_ID}. */
    static final String BRIEF_CLIENT_ID = "coffer-cli-brief";
    private static final int ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Stack stack;
    private static final Pattern FIELD = Pattern.compile("\"([a-z_]{1,64})\"\\s*+:\\s*+\"([^\"\\\\]++)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public DemoAccess(Stack stack) {
        this.stack = stack;
    }

    /** Creates and saves the missing keys. */
    public void ensureKeys() throws IOException, InterruptedException {
        for (DemoUser user : DemoUser.values()) {
            if (stack.state().get(keyName(user)).isEmpty()) {
                stack.state().put(keyName(user), createKey(user));
            }
        }
    }

    /** The key of the user; empty while there is none. */
    public String key(DemoUser user) {
        return stack.state().get(keyName(user)).orElse("");
    }

    private static String keyName(DemoUser user) {
        return "demo.key." + user.login();
    }

    private String createKey(DemoUser user) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.url() + "/api/keys"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"demo\"}"))
                .build();
        return field(expect(201, request, "an API key for " + user.login()), "key");
    }

    private String token(DemoUser user) throws InterruptedException {
        Map<String, String> form = Map.of("grant_type", "password", "client_id", CLIENT_ID,
                "client_secret", stack.secrets().cliClient(),
                "username", user.login(), "password", stack.secrets().userPassword());
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.keycloak().tokenUrl()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(entry -> entry.getKey() + "="
                                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        return field(expect(200, request, "a token for " + user.login()), "access_token");
    }

    // After its start a service may still have to fetch the keys of Keycloak, and both may be slow.
    private String expect(int status, HttpRequest request, String what) throws InterruptedException {
        String trouble = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() == status) {
                    return response.body();
                }
                trouble = "answered " + response.statusCode() + " " + response.body();
                if (response.statusCode() < 500) {
                    break;
                }
            } catch (IOException e) {
                trouble = "did not answer: " + e;
            }
            Thread.sleep(PAUSE);
        }
        throw new ComponentException("could not get " + what + ": " + request.uri() + " " + trouble);
    }

    private static String field(String json, String name) {
        return FIELD.matcher(json).results()
                .filter(field -> field.group(1).equals(name))
                .map(field -> field.group(2))
                .findFirst()
                .orElseThrow(() -> new ComponentException("no " + name + " in the answer"));
    }
}
