package dev.coffer.acceptance.every;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.acceptance.harness.Answer;
import java.util.Optional;

/** The four forms of an error response: plain text, the two JSON forms of Comfy, and that of CDF. */
final class Shapes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Shapes() {}

    /** What is wrong with the form of an error response; empty if nothing is. */
    static Optional<String> complaint(EveryOperation operation, Answer answer) {
        if (operation.method().equals("head")) {
            return answer.body().length == 0 ? Optional.empty() : Optional.of("a body in answer to HEAD");
        }
        if (answer.header("x-request-id") == null) {
            return Optional.of(answer.status() + " without x-request-id: " + answer.text());
        }
        return good(operation, answer) ? Optional.empty()
                : Optional.of(answer.status() + " of another shape: " + answer.text());
    }

    private static boolean good(EveryOperation operation, Answer answer) {
        String type = String.valueOf(answer.header("Content-Type"));
        if (operation.refusesInText(answer.status())) {
            return type.startsWith("text/plain") && !answer.text().isBlank();
        }
        JsonNode body = parsed(answer.text());
        JsonNode error = body.path("error");
        if (!type.startsWith("application/json") || error.path("message").asText().isBlank()) {
            return false;
        }
        if (operation.api().equals("files")) {
            return error.path("code").asInt() == answer.status();
        }
        String code = error.path("code").asText();
        if (operation.path().startsWith("/api/v2/assets")) {
            return code.matches("[a-z_]+");
        }
        return code.equals(body.path("code").asText()) && code.matches("[A-Z0-9_]+|[a-z_]+");
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
