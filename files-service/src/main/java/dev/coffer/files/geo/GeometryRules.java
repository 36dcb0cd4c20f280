package dev.coffer.files.geo;

import static dev.coffer.common.error.ServiceException.invalidBody;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.common.error.ServiceException;

/** Which GeoJSON is a geometry, in a member of that name (cdf-files.md section 2). An instance checks one. */
public final class GeometryRules {
    /** Comparing shapes may take the square of their positions. */
    public static final int MOST_POSITIONS = 10_000;

    /** WGS84, in degrees. */
    private static final int MOST_LONGITUDE = 180;
    private static final int MOST_LATITUDE = 90;

    private final String field;
    private final String coordinates;
    private int positions;

    public GeometryRules(String field) {
        this.field = field;
        this.coordinates = field + ".coordinates";
    }

    /** @throws ServiceException 400 naming the member and what is allowed */
    public void check(Geometry geometry) {
        if (geometry == null) {
            throw invalidBody(field, "is required");
        }
        if (geometry.coordinates() == null) {
            throw invalidBody(coordinates, "is required");
        }
        coordinates(geometry.type(), geometry.coordinates());
    }

    private void coordinates(String type, JsonNode value) {
        switch (type) {
            case "Point" -> position(value);
            case "MultiPoint" -> positions(value, 1);
            case "LineString" -> positions(value, 2);
            case "MultiLineString" -> list(value, "lines").forEach(line -> positions(line, 2));
            case "Polygon" -> polygon(value);
            case "MultiPolygon" -> list(value, "polygons").forEach(this::polygon);
            case null, default -> throw invalidBody(field + ".type",
                    "must be Point, MultiPoint, LineString, MultiLineString, Polygon or MultiPolygon");
        }
    }

    private void polygon(JsonNode rings) {
        list(rings, "rings").forEach(this::ring);
    }

    private void ring(JsonNode ring) {
        positions(ring, 4);
        JsonNode first = ring.get(0);
        JsonNode last = ring.get(ring.size() - 1);
        if (first.get(0).doubleValue() != last.get(0).doubleValue()
                || first.get(1).doubleValue() != last.get(1).doubleValue()) {
            throw invalidBody(coordinates, "must have closed rings: first and last position are the same");
        }
    }

    private void positions(JsonNode positions, int least) {
        if (!positions.isArray() || positions.size() < least) {
            throw invalidBody(coordinates, "must have at least " + least + " positions in every list of them");
        }
        positions.forEach(this::position);
    }

    private void position(JsonNode position) {
        positions++;
        if (positions > MOST_POSITIONS) {
            throw invalidBody(coordinates, "must have at most " + MOST_POSITIONS + " positions");
        }
        boolean twoNumbers = position.isArray()
                && position.size() == 2
                && finite(position.get(0))
                && finite(position.get(1));
        if (!twoNumbers) {
            throw invalidBody(coordinates, "must have positions of exactly two numbers, [longitude, latitude]");
        }
        if (!within(position.get(0), MOST_LONGITUDE) || !within(position.get(1), MOST_LATITUDE)) {
            throw invalidBody(coordinates, "must have longitudes from -" + MOST_LONGITUDE + " to " + MOST_LONGITUDE
                    + ", then latitudes from -" + MOST_LATITUDE + " to " + MOST_LATITUDE);
        }
    }

    private static boolean within(JsonNode degrees, int most) {
        return Math.abs(degrees.doubleValue()) <= most;
    }

    private static boolean finite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }

    private JsonNode list(JsonNode value, String of) {
        if (!value.isArray() || value.isEmpty()) {
            throw invalidBody(coordinates, "must be a list of " + of + " that is not empty");
        }
        return value;
    }
}
