package dev.coffer.files.geo;

import static dev.coffer.common.error.ServiceException.invalidBody;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.Text;
import java.util.Map;

/** Which GeoJSON is a location (cdf-files.md section 2). */
public final class GeoLocationRules {
    /** Far below what JSON parsers take, since answers put further levels around it. */
    private static final int DEEPEST = 100;

    private GeoLocationRules() {}

    /** Passes a good location on, and null. @throws ServiceException 400 naming the member and what is allowed */
    public static GeoLocation check(String field, GeoLocation location) {
        if (location == null) {
            return null;
        }
        if (!"Feature".equals(location.type())) {
            throw invalidBody(field + ".type", "must be Feature");
        }
        new GeometryRules(field + ".geometry").check(location.geometry());
        if (location.properties() != null) {
            properties(field + ".properties", location.properties(), 1);
        }
        return location;
    }

    private static void properties(String field, JsonNode value, int depth) {
        if (depth > DEEPEST) {
            throw invalidBody(field, "must have at most " + DEEPEST + " levels");
        }
        storable(field, value.asText(""));
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            storable(field, member.getKey());
        }
        for (JsonNode child : value) {
            properties(field, child, depth + 1);
        }
    }

    private static void storable(String field, String text) {
        if (!Text.storable(text)) {
            throw invalidBody(field, "must not contain NUL or unpaired surrogates");
        }
    }
}
