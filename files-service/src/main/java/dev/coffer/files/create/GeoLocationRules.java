package dev.coffer.files.create;

import static dev.coffer.common.error.ServiceException.invalidBody;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.common.http.Text;
import dev.coffer.files.file.GeoLocation;
import java.util.Map;

/** Which GeoJSON is a location (cdf-files.md section 2). */
final class GeoLocationRules {
    private static final String COORDINATES = "geoLocation.geometry.coordinates";
    private static final String PROPERTIES = "geoLocation.properties";
    /** Far below what JSON parsers take, since answers put further levels around it. */
    private static final int DEEPEST = 100;

    private GeoLocationRules() {}

    static void check(GeoLocation location) {
        if (location == null) {
            return;
        }
        if (!"Feature".equals(location.type())) {
            throw invalidBody("geoLocation.type", "must be Feature");
        }
        if (location.geometry() == null) {
            throw invalidBody("geoLocation.geometry", "is required");
        }
        if (location.geometry().coordinates() == null) {
            throw invalidBody(COORDINATES, "is required");
        }
        coordinates(location.geometry().type(), location.geometry().coordinates());
        if (location.properties() != null) {
            properties(location.properties(), 1);
        }
    }

    private static void coordinates(String type, JsonNode coordinates) {
        switch (type) {
            case "Point" -> position(coordinates);
            case "MultiPoint" -> positions(coordinates, 1);
            case "LineString" -> positions(coordinates, 2);
            case "MultiLineString" -> list(coordinates, "lines").forEach(line -> positions(line, 2));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> list(coordinates, "polygons").forEach(GeoLocationRules::polygon);
            case null, default -> throw invalidBody("geoLocation.geometry.type",
                    "must be Point, MultiPoint, LineString, MultiLineString, Polygon or MultiPolygon");
        }
    }

    private static void polygon(JsonNode rings) {
        list(rings, "rings").forEach(GeoLocationRules::ring);
    }

    private static void ring(JsonNode ring) {
        positions(ring, 4);
        JsonNode first = ring.get(0);
        JsonNode last = ring.get(ring.size() - 1);
        if (first.get(0).doubleValue() != last.get(0).doubleValue()
                || first.get(1).doubleValue() != last.get(1).doubleValue()) {
            throw invalidBody(COORDINATES, "must have closed rings: first and last position are the same");
        }
    }

    private static void positions(JsonNode positions, int least) {
        if (!positions.isArray() || positions.size() < least) {
            throw invalidBody(COORDINATES, "must have at least " + least + " positions in every list of them");
        }
        positions.forEach(GeoLocationRules::position);
    }

    private static void position(JsonNode position) {
        boolean twoNumbers = position.isArray()
                && position.size() == 2
                && finite(position.get(0))
                && finite(position.get(1));
        if (!twoNumbers) {
            throw invalidBody(COORDINATES, "must have positions of exactly two numbers, [longitude, latitude]");
        }
    }

    private static boolean finite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }

    private static JsonNode list(JsonNode value, String of) {
        if (!value.isArray() || value.isEmpty()) {
            throw invalidBody(COORDINATES, "must be a list of " + of + " that is not empty");
        }
        return value;
    }

    private static void properties(JsonNode value, int depth) {
        if (depth > DEEPEST) {
            throw invalidBody(PROPERTIES, "must have at most " + DEEPEST + " levels");
        }
        storable(value.asText(""));
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            storable(member.getKey());
        }
        for (JsonNode child : value) {
            properties(child, depth + 1);
        }
    }

    private static void storable(String text) {
        if (!Text.storable(text)) {
            throw invalidBody(PROPERTIES, "must not contain NUL or unpaired surrogates");
        }
    }
}
