package dev.coffer.deploy.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.Stream;

/** One object of a release. */
public record Manifest(JsonNode json) {
    public String kind() {
        return json.path("kind").asText();
    }

    public String name() {
        return json.path("metadata").path("name").asText();
    }

    /** What stands there, such as {@code /spec/replicas}; missing if nothing does. */
    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** The pod that it makes; missing if it makes none. */
    public JsonNode pod() {
        return switch (kind()) {
            case "Pod" -> at("/spec");
            case "Deployment", "StatefulSet", "Job" -> at("/spec/template/spec");
            default -> MissingNode.getInstance();
        };
    }

    /** The containers of its pod, with those that run before. */
    public List<JsonNode> containers() {
        return Stream.of(pod().path("initContainers"), pod().path("containers")).flatMap(JsonNode::valueStream)
                .toList();
    }

    /** The first container of its pod that runs. */
    public JsonNode container() {
        return pod().path("containers").path(0);
    }

    /** One of a list of things with names; missing if it has none of this name. */
    public static JsonNode named(JsonNode list, String name) {
        return list.valueStream().filter(each -> each.path("name").asText().equals(name)).findFirst()
                .orElse(MissingNode.getInstance());
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
