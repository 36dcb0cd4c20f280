package dev.coffer.acceptance.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reports where a served schema does not satisfy a required one. Additional properties are allowed. */
final class SchemaComparison {
    private static final List<String> SAME = List.of(
            "format", "default", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems",
            "minProperties", "pattern");

    private final List<String> differences = new ArrayList<>();
    private final boolean request;

    private SchemaComparison(boolean request) {
        this.request = request;
    }

    /** For requests: no property may be required that the facts do not require. */
    static List<String> ofRequest(String where, JsonNode required, JsonNode served) {
        return new SchemaComparison(true).compare(where, required, served);
    }

    /** For responses: at least the required properties are always present. */
    static List<String> ofResponse(String where, JsonNode required, JsonNode served) {
        return new SchemaComparison(false).compare(where, required, served);
    }

    private List<String> compare(String where, JsonNode required, JsonNode served) {
        schema(where, required, served);
        return differences;
    }

    private void schema(String where, JsonNode required, JsonNode served) {
        if (served.isMissingNode()) {
            differences.add(where + " is missing");
            return;
        }
        type(where, required, served);
        for (String keyword : SAME) {
            if (required.has(keyword) && !same(required.get(keyword), served.path(keyword))) {
                differ(where, keyword, required.get(keyword), served.path(keyword));
            }
        }
        if (required.has("enum") && !texts(required.get("enum")).equals(texts(served.path("enum")))) {
            differ(where, "enum", required.get("enum"), served.path("enum"));
        }
        required(where, required, served);
        additional(where, required, served);
        required.path("properties").properties().forEach(member -> schema(
                where + "." + member.getKey(), member.getValue(), served.path("properties").path(member.getKey())));
        if (required.has("items")) {
            schema(where + "[]", required.get("items"), served.path("items"));
        }
    }

    /** In OpenAPI 3.1 a type may be a list; an additional "null" makes no difference to a client. */
    private void type(String where, JsonNode required, JsonNode served) {
        Set<String> types = texts(served.path("type"));
        if (required.has("type") && !types.contains(required.get("type").asText())) {
            differ(where, "type", required.get("type"), served.path("type"));
        }
    }

    private void required(String where, JsonNode required, JsonNode served) {
        if (!required.has("required")) {
            return;
        }
        Set<String> wanted = texts(required.get("required"));
        Set<String> got = texts(served.path("required"));
        if (request ? !got.equals(wanted) : !got.containsAll(wanted)) {
            differ(where, "required", required.get("required"), served.path("required"));
        }
    }

    private void additional(String where, JsonNode required, JsonNode served) {
        JsonNode wanted = required.path("additionalProperties");
        JsonNode got = served.path("additionalProperties");
        if (wanted.isObject()) {
            schema(where + ".*", wanted, got);
        } else if (wanted.asBoolean() && got.isBoolean() && !got.asBoolean()) {
            differ(where, "additionalProperties", wanted, got);
        }
    }

    /** A {@code uri} is read as a reference (comfy.md section 1.4): links are relative. */
    private static boolean same(JsonNode wanted, JsonNode got) {
        if (wanted.asText().equals("uri") && got.asText().equals("uri-reference")) {
            return true;
        }
        return wanted.isNumber() && got.isNumber()
                ? wanted.decimalValue().compareTo(got.decimalValue()) == 0
                : wanted.equals(got);
    }

    private static Set<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return Set.of(node.asText());
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void differ(String where, String what, JsonNode wanted, JsonNode got) {
        differences.add(where + ": " + what + " must be " + wanted + ", is " + (got.isMissingNode() ? "absent" : got));
    }
}
