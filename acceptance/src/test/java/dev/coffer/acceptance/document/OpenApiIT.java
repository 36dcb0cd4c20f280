package dev.coffer.acceptance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.acceptance.harness.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI documents served through the edge describe the five required endpoints as demanded. */
@Order(1)
class OpenApiIT {

    static List<Facts> requiredOperations() {
        return Facts.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets", "userdata", "files"})
    void everyServiceServesItsDocument(String name) {
        ServedDocument document = ServedDocument.fetch(name);
        assertThat(document.root().path("openapi").asText()).startsWith("3.1");
        assertThat(document.root().path("info").path("title").asText()).isNotBlank();
    }

    @Test
    void thereIsAPageToReadThem() {
        Client.nobody().request().redirects().follow(true).get("/docs").then()
                .statusCode(200)
                .contentType(containsString("text/html"));
    }

    @ParameterizedTest
    @MethodSource("requiredOperations")
    void parametersAreAsRequired(Facts facts) {
        ServedDocument document = ServedDocument.fetch(facts.document());
        List<String> differences = new ArrayList<>();
        facts.operation().path("parameters").properties()
                .forEach(wanted -> differences.addAll(parameter(document, facts, wanted.getKey(), wanted.getValue())));
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requiredOperations")
    void bodiesAreAsRequired(Facts facts) {
        JsonNode wanted = facts.operation().path("body");
        if (wanted.isMissingNode()) {
            return;
        }
        ServedDocument document = ServedDocument.fetch(facts.document());
        JsonNode body = document.resolved(document.operation(facts.path(), facts.method()).path("requestBody"));
        assertThat(body.path("required").asBoolean()).as("body is required").isTrue();
        JsonNode schema = body.path("content").path(wanted.get("content").asText()).path("schema");
        assertThat(SchemaComparison.ofRequest("body", wanted.get("schema"), schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requiredOperations")
    void answersAreAsRequired(Facts facts) {
        ServedDocument document = ServedDocument.fetch(facts.document());
        JsonNode served = document.operation(facts.path(), facts.method()).path("responses");
        List<String> differences = new ArrayList<>();
        facts.operation().path("responses").properties().forEach(wanted -> {
            JsonNode answer = document.resolved(served.path(wanted.getKey()));
            JsonNode schema = answer.path("content").path(wanted.getValue().get("content").asText()).path("schema");
            differences.addAll(
                    SchemaComparison.ofResponse(wanted.getKey(), wanted.getValue().get("schema"), schema));
        });
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requiredOperations")
    void theCredentialIsNamed(Facts facts) {
        ServedDocument document = ServedDocument.fetch(facts.document());
        JsonNode operation = document.operation(facts.path(), facts.method());
        JsonNode demanded = operation.has("security") ? operation.get("security") : document.root().path("security");
        JsonNode schemes = document.root().path("components").path("securitySchemes");
        List<String> headers = new ArrayList<>();
        demanded.forEach(choice -> choice.fieldNames().forEachRemaining(name -> {
            JsonNode scheme = schemes.path(name);
            headers.add(scheme.path("type").asText().equals("apiKey") ? scheme.path("name").asText() : "Authorization");
        }));
        assertThat(headers).contains(facts.operation().path("security").asText());
    }

    private static List<String> parameter(ServedDocument document, Facts facts, String name, JsonNode wanted) {
        JsonNode served = StreamSupport.stream(
                document.parameters(facts.path(), facts.method()).spliterator(), false)
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .filter(parameter -> parameter.path("in").asText().equals(wanted.path("in").asText()))
                .findFirst()
                .orElse(null);
        if (served == null) {
            return List.of("parameter " + name + " is missing");
        }
        List<String> differences = new ArrayList<>();
        for (String flag : List.of("required", "explode")) {
            // Explode is true unless a query parameter says otherwise; required is false.
            boolean fallback = flag.equals("explode");
            if (wanted.has(flag) && wanted.get(flag).asBoolean() != served.path(flag).asBoolean(fallback)) {
                differences.add("parameter " + name + ": " + flag + " must be " + wanted.get(flag));
            }
        }
        differences.addAll(
                SchemaComparison.ofRequest("parameter " + name, wanted.path("schema"), served.path("schema")));
        return differences;
    }
}
