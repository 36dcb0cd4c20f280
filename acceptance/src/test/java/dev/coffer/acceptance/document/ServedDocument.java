package dev.coffer.acceptance.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffer.acceptance.harness.Client;
import java.io.UncheckedIOException;

/** An OpenAPI document as a service serves it. */
public record ServedDocument(JsonNode root) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Deep enough for every document without circular references. */
    private static final int DEPTH = 20;

    public static ServedDocument fetch(String name) {
        String text = Client.nobody()
                .request()
                .get("/openapi/" + name + ".json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new ServedDocument(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode operation(String path, String method) {
        return root.path("paths").path(path).path(method);
    }

    /** Parameters of an operation together with those of its path. */
    public ArrayNode parameters(String path, String method) {
        ArrayNode all = JSON.createArrayNode();
        root.path("paths").path(path).path("parameters").forEach(parameter -> all.add(resolved(parameter)));
        operation(path, method).path("parameters").forEach(parameter -> all.add(resolved(parameter)));
        return all;
    }

    /** Resolves references and merges {@code allOf} recursively. */
    public JsonNode resolved(JsonNode node) {
        return resolved(node, DEPTH);
    }

    private JsonNode resolved(JsonNode node, int depth) {
        if (depth == 0 || !node.isContainerNode()) {
            return node;
        }
        if (node.isArray()) {
            ArrayNode items = JSON.createArrayNode();
            node.forEach(item -> items.add(resolved(item, depth - 1)));
            return items;
        }
        ObjectNode merged = JSON.createObjectNode();
        if (node.path("$ref").isTextual()) {
            JsonNode target = root.at(node.get("$ref").asText().substring(1));
            merge(merged, resolved(target, depth - 1));
        }
        node.path("allOf").forEach(part -> merge(merged, resolved(part, depth - 1)));
        node.properties().forEach(member -> {
            if (!member.getKey().equals("$ref") && !member.getKey().equals("allOf")) {
                merged.set(member.getKey(), resolved(member.getValue(), depth - 1));
            }
        });
        return merged;
    }

    private static void merge(ObjectNode target, JsonNode part) {
        part.properties().forEach(member -> {
            JsonNode there = target.get(member.getKey());
            if (there instanceof ObjectNode object && member.getValue().isObject()) {
                object.setAll((ObjectNode) member.getValue());
            } else if (there instanceof ArrayNode array && member.getValue().isArray()) {
                array.addAll((ArrayNode) member.getValue());
            } else {
                target.set(member.getKey(), member.getValue().deepCopy());
            }
        });
    }
}
