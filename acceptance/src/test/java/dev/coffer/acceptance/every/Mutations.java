package dev.coffer.acceptance.every;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** All variants of a JSON document with one bad value in it. */
final class Mutations {
    private static final String PLACE = "\u0001place\u0001";

    private Mutations() {}

    /**
     * Replaces each property and element, at any depth, by each bad value.
     *
     * @param further members that the document may have and this one does not
     */
    static List<String> of(JsonNode document, List<String> further) {
        List<String> templates = new ArrayList<>();
        String whole = document.toString();
        collect(document, whole, templates);
        for (String member : further) {
            if (!document.has(member) && document.isObject()) {
                String comma = document.isEmpty() ? "" : ",";
                templates.add(whole.substring(0, whole.length() - 1) + comma + "\"" + member + "\":" + PLACE + "}");
            }
        }
        return templates.stream()
                .flatMap(template -> BadValues.inJson().stream().map(value -> template.replace(PLACE, value)))
                .toList();
    }

    private static void collect(JsonNode node, String whole, List<String> templates) {
        node.properties().forEach(member -> {
            String prefix = "\"" + member.getKey() + "\":";
            templates.add(whole.replace(prefix + member.getValue(), prefix + PLACE));
            collect(member.getValue(), whole, templates);
        });
        if (node.isArray() && !node.isEmpty()) {
            templates.add(whole.replace(node.toString(), "[" + PLACE + "]"));
            node.forEach(element -> collect(element, whole, templates));
        }
    }
}
