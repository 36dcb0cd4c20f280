package dev.coffer.files.geo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Geometries as JTS computes with them: in degrees on a plane, so a shape does not reach over the date line. */
final class Shapes {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Shapes() {}

    /** The shape of a geometry that {@link GeometryRules} has found good. */
    static org.locationtech.jts.geom.Geometry of(Geometry geometry) {
        JsonNode coordinates = geometry.coordinates();
        return switch (geometry.type()) {
            case "Point" -> FACTORY.createPoint(position(coordinates));
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(coordinates));
            case "LineString" -> line(coordinates);
            case "MultiLineString" ->
                    FACTORY.createMultiLineString(all(coordinates, Shapes::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                    FACTORY.createMultiPolygon(all(coordinates, Shapes::polygon).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException(geometry.type());
        };
    }

    /** The same points as a shape that can be compared, also if a ring crosses itself. */
    static org.locationtech.jts.geom.Geometry valid(org.locationtech.jts.geom.Geometry shape) {
        return shape instanceof Point || shape.isValid() ? shape : GeometryFixer.fix(shape);
    }

    private static LineString line(JsonNode line) {
        return FACTORY.createLineString(positions(line));
    }

    private static Polygon polygon(JsonNode polygon) {
        List<LinearRing> rings = new ArrayList<>(all(polygon, ring -> FACTORY.createLinearRing(positions(ring))));
        LinearRing outer = rings.removeFirst();
        return FACTORY.createPolygon(outer, rings.toArray(LinearRing[]::new));
    }

    private static Coordinate[] positions(JsonNode positions) {
        return all(positions, Shapes::position).toArray(Coordinate[]::new);
    }

    private static Coordinate position(JsonNode position) {
        return new Coordinate(position.get(0).doubleValue(), position.get(1).doubleValue());
    }

    private static <T> List<T> all(JsonNode list, Function<JsonNode, T> part) {
        return StreamSupport.stream(list.spliterator(), false).map(part).toList();
    }
}
