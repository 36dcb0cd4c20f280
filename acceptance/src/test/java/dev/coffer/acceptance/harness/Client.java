package dev.coffer.acceptance.harness;

import dev.coffer.acceptance.stack.Environment;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** A client: its user, its credentials, and the workspace that it asks for. */
public record Client(User user, Credential credential, String workspace) {
    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    /** The kind of credentials of a request. */
    public enum Credential {
        TOKEN,
        KEY,
        NONE
    }

    /** A user with an access token, in the personal workspace. */
    public static Client as(User user) {
        return new Client(user, Credential.TOKEN, null);
    }

    /** A client without credentials. */
    public static Client nobody() {
        return new Client(null, Credential.NONE, null);
    }

    /** The same user with an API key. */
    public Client byKey() {
        return new Client(user, Credential.KEY, workspace);
    }

    /** The same user in another workspace. */
    public Client in(String name) {
        return new Client(user, credential, name);
    }

    /** The headers with its credentials. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        switch (credential) {
            case TOKEN -> headers.put("Authorization", "Bearer " + Tokens.access(user));
            case KEY -> headers.put("X-API-Key", user.apiKey());
            case NONE -> {}
        }
        if (workspace != null) {
            headers.put("X-Comfy-Workspace-ID", workspace);
        }
        return headers;
    }

    /** A request without a body yet; paths are sent as they are written. */
    public RequestSpecification request() {
        return RestAssured.given()
                .config(CONFIG)
                .baseUri(Environment.url())
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                // The library never closes it by itself, and the number of connections per address is limited.
                .header("Connection", "close")
                .headers(headers());
    }

    /** A request with a JSON body: a string is sent as it is, anything else is serialised. */
    public RequestSpecification json(Object body) {
        return request().contentType(ContentType.JSON).body(body);
    }

    /** A request for {@link Transfer}. */
    public HttpRequest.Builder transfer(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Environment.url() + path));
        headers().forEach(request::header);
        return request;
    }

    public Assets assets() {
        return new Assets(this);
    }

    public UserFiles userFiles() {
        return new UserFiles(this);
    }

    public CdfFiles cdf() {
        return new CdfFiles(this, user.project());
    }

    /** One path segment or query value, percent-encoded. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A query string of names and values in turn. */
    public static String query(Object... namesAndValues) {
        if (namesAndValues.length == 0) {
            return "";
        }
        StringJoiner query = new StringJoiner("&", "?", "");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i] + "=" + encode(String.valueOf(namesAndValues[i + 1])));
        }
        return query.toString();
    }

    @Override
    public String toString() {
        return user + " by " + credential + (workspace == null ? "" : " in " + workspace);
    }
}
