package dev.coffer.files.geo;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** Which GeoJSON is a geometry, in a member of that name (cdf-files.md section 2). */
public final class GeometryRules {
    private final String field;
    private final String coordinates;

    GeometryRules(String field) {
        this.field = field;
        this.coordinates = field + ".coordinates";
    }

    /** @throws ServiceException 400 naming the member and what is allowed */
    void check(@Nullable Geometry geometry) {
        if (geometry == null) {
            throw invalidBody(field, "is required");
        }
        if (geometry.coordinates() == null) {
            throw invalidBody(coordinates, "is required");
        }
        if (geometry.type() == null) {
            throw unknownType();
        }
        if (geometry.coordinates().fault() != null) {
            throw invalidBody(coordinates, geometry.coordinates().fault());
        }
        check(geometry.type(), geometry.coordinates());
    }

    private void check(String type, Coordinates value) {
        switch (type) {
            case "Point" -> nested(value, 1, "one position, [longitude, latitude]");
            case "MultiPoint" -> nested(value, 2, "a list of positions");
            case "LineString" -> lines(value, 2, "a list of positions");
            case "MultiLineString" -> lines(value, 3, "a list of lines");
            case "Polygon" -> rings(value, 3, "a list of rings");
            case "MultiPolygon" -> rings(value, 4, "a list of polygons");
            default -> throw unknownType();
        }
    }

    private ServiceException unknownType() {
        return invalidBody(field + ".type",
                "must be Point, MultiPoint, LineString, MultiLineString, Polygon or MultiPolygon");
    }

    private void nested(Coordinates value, int levels, String what) {
        if (value.levels() != levels) {
            throw invalidBody(coordinates, "must be " + what);
        }
    }

    private void lines(Coordinates value, int levels, String what) {
        nested(value, levels, what);
        least(value, 2);
    }

    private void rings(Coordinates value, int levels, String what) {
        nested(value, levels, what);
        least(value, 4);
        for (int ring = 0; ring < value.lists(); ring++) {
            int first = value.listStart(ring);
            int last = value.listEnd(ring) - 1;
            if (value.longitude(first) != value.longitude(last) || value.latitude(first) != value.latitude(last)) {
                throw invalidBody(coordinates, "must have closed rings: first and last position are the same");
            }
        }
    }

    private void least(Coordinates value, int least) {
        for (int list = 0; list < value.lists(); list++) {
            if (value.listEnd(list) - value.listStart(list) < least) {
                throw invalidBody(coordinates, "must have at least " + least + " positions in every list of them");
            }
        }
    }
}
