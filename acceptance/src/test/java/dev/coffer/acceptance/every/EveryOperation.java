package dev.coffer.acceptance.every;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.acceptance.document.ServedDocument;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.User;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An operation as one of the served documents describes it. */
record EveryOperation(ServedDocument document, String api, String method, String path) {
    private static final List<String> DOCUMENTS = List.of("assets", "userdata", "files");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "head", "patch", "options");

    /** All operations of all services. */
    static List<EveryOperation> all() {
        List<EveryOperation> all = new ArrayList<>();
        for (String api : DOCUMENTS) {
            ServedDocument document = ServedDocument.fetch(api);
            document.root().path("paths").properties().forEach(path -> path.getValue().fieldNames()
                    .forEachRemaining(method -> {
                        if (METHODS.contains(method)) {
                            all.add(new EveryOperation(document, api, method, path.getKey()));
                        }
                    }));
        }
        return all;
    }

    JsonNode node() {
        return document.operation(path, method);
    }

    String id() {
        return node().path("operationId").asText();
    }

    /** Names of its parameters in {@code path}, {@code query} or {@code header}. */
    List<String> parameters(String in) {
        List<String> names = new ArrayList<>();
        document.parameters(path, method).forEach(parameter -> {
            if (parameter.path("in").asText().equals(in)) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }

    /** The properties of its JSON body; empty if it has none, or is no object. */
    List<String> bodyProperties() {
        JsonNode body = document.resolved(node().path("requestBody"));
        List<String> names = new ArrayList<>();
        body.path("content").path("application/json").path("schema").path("properties").fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    /** Whether the role of an operator, which A2 has, is asked for before anything else. */
    boolean isForOperators() {
        return path.startsWith("/api/operator/");
    }

    boolean isInProject() {
        return path.contains("{project}");
    }

    boolean takesJson() {
        return document.resolved(node().path("requestBody")).path("content").has("application/json");
    }

    /** Whether it says that it needs no credentials. */
    boolean isOpen() {
        JsonNode choices = node().has("security") ? node().get("security") : document.root().path("security");
        return choices.valueStream().allMatch(JsonNode::isEmpty);
    }

    /** A request for something that is not there, without a body: what is asked of every request is asked before. */
    Answer send(Client client) {
        return send(client, User.A.project());
    }

    /** The same in a project. */
    Answer send(Client client, String project) {
        String target = path.replace("{project}", project);
        for (JsonNode parameter : document.parameters(path, method)) {
            boolean number = document.resolved(parameter.path("schema")).path("type").asText().equals("integer");
            target = target.replace("{" + parameter.path("name").asText() + "}", number ? "1" : "x");
        }
        return Transfer.send(client.transfer(target)
                .method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody()));
    }

    boolean documents(int status) {
        return node().path("responses").has(Integer.toString(status));
    }

    /** The media type of its error responses, according to the document. */
    boolean refusesInText(int status) {
        JsonNode answer = document.resolved(node().path("responses").path(Integer.toString(status)));
        return answer.path("content").has("text/plain");
    }

    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
