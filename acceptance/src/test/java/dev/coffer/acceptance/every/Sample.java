package dev.coffer.acceptance.every;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.every.thing.Thing;
import dev.coffer.acceptance.every.thing.Things;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Multipart;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.User;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** One valid request of an operation, as {@code samples.yaml} gives it and explains. */
record Sample(EveryOperation operation, JsonNode node) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode ALL = read();
    private static final Pattern NAMED = Pattern.compile("[$#](thing|whole|part)\\b");

    /**
     * The samples of an operation, the main one first.
     *
     * @throws IllegalStateException if there are none
     */
    static List<Sample> of(EveryOperation operation) {
        JsonNode node = ALL.path(operation.id());
        if (node.isEmpty()) {
            throw new IllegalStateException("samples.yaml says nothing of " + operation.id() + " (" + operation + ")");
        }
        return node.isArray()
                ? node.valueStream().map(one -> new Sample(operation, one)).toList()
                : List.of(new Sample(operation, node));
    }

    /** The kind of resource that the operation names, if it names one that has an owner. */
    Thing thing() {
        return node.has("thing") ? Things.valueOf(node.get("thing").asText()).thing() : null;
    }

    /** Whether it names a resource, or samples.yaml gives the reason why not. */
    boolean saysWhoseItIs() {
        return thing() == null ? says("unowned") : NAMED.matcher(node + path(Client.as(User.A), "$thing")).find();
    }

    /** Whether samples.yaml gives a reason for this exception. */
    boolean says(String reason) {
        return !node.path(reason).asText().isBlank();
    }

    JsonNode json() {
        return node.path("json");
    }

    /** The JSON body, about something with this name, if it has one. */
    String filledJson(Client client, String name) {
        return json().isMissingNode() ? null : Words.fill(json().toString(), client, name);
    }

    /**
     * A request to some target.
     *
     * @param jsonBody its body; if absent the form or text of the sample, if it has one
     */
    HttpRequest.Builder request(Client client, String name, String target, String jsonBody) {
        HttpRequest.Builder request = client.transfer(target);
        String method = operation.method().toUpperCase(Locale.ROOT);
        if (jsonBody != null) {
            return request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(jsonBody));
        }
        if (node.has("form")) {
            Multipart form = form(client, name);
            return request.header("Content-Type", form.contentType()).method(method, form.body());
        }
        return request.method(method, node.has("text")
                ? BodyPublishers.ofString(Words.fill(node.get("text").asText(), client, name))
                : BodyPublishers.noBody());
    }

    private Multipart form(Client client, String name) {
        Multipart form = new Multipart();
        node.get("form").properties()
                .forEach(field -> form.field(field.getKey(), Words.fill(field.getValue().asText(), client, name)));
        return node.has("file") ? form.file(node.get("file").asText(), Payloads.png()) : form;
    }

    Answer send(Client client, String name) {
        String target = path(client, Client.encode(name)) + query(client, name);
        return Transfer.send(request(client, name, target, filledJson(client, name)));
    }

    /** A request about the resource with this name, which is put into path, query and body as it is. */
    Answer sendEncoded(Client client, String encodedName) {
        String target = path(client, encodedName) + encodedQuery(client, encodedName);
        return Transfer.send(request(client, encodedName, target, filledJson(client, encodedName)));
    }

    /** The path, about something with this name, already encoded. */
    String path(Client client, String encodedName) {
        String path = operation.path();
        for (String parameter : operation.parameters("path")) {
            String given =
                    node.path("path").path(parameter).asText(parameter.equals("project") ? "$project" : "$thing");
            path = path.replaceFirst("\\{" + parameter + "(:[^}]*)?}",
                    Matcher.quoteReplacement(Words.fill(given, client, encodedName)));
        }
        return path;
    }

    String query(Client client, String name) {
        return encodedQuery(client, Client.encode(name).replace("%2F", "/"));
    }

    /** The query, about something with this name, already encoded. */
    String encodedQuery(Client client, String encodedName) {
        return node.has("query") ? "?" + Words.fill(node.get("query").asText(), client, encodedName) : "";
    }

    private static JsonNode read() {
        try (InputStream in = Sample.class.getResourceAsStream("/samples.yaml")) {
            return JSON.valueToTree(new Yaml().load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
