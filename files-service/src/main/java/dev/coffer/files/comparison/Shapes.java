package dev.coffer.files.comparison;

import dev.coffer.files.geo.Coordinates;
import dev.coffer.files.geo.Geometry;
import dev.coffer.files.geo.GeometryRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Geometries as JTS computes with them: in degrees on a plane, so a shape does not reach over the date line. */
final class Shapes {
    static final GeometryFactory FACTORY = new GeometryFactory();

    /** Positions in a piece: what is compared between two looks at the clock. */
    private static final int PIECE = 64;

    private Shapes() {}

    /** The shape of a geometry that {@link GeometryRules} has found good. */
    static org.locationtech.jts.geom.Geometry of(Geometry geometry) {
        Coordinates all = geometry.coordinates();
        return switch (geometry.type()) {
            case "Point" -> FACTORY.createPoint(position(all, 0));
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(list(all, 0));
            case "LineString" -> FACTORY.createLineString(list(all, 0));
            case "MultiLineString" -> FACTORY.createMultiLineString(
                    array(all.lists(), LineString[]::new, line -> FACTORY.createLineString(list(all, line))));
            case "Polygon" -> polygon(all, 0);
            case "MultiPolygon" -> FACTORY.createMultiPolygon(
                    array(all.groups(), Polygon[]::new, group -> polygon(all, group)));
            default -> throw new IllegalArgumentException(geometry.type());
        };
    }

    /** The points, or the lines and rings, of a geometry in small pieces that cover all of them. */
    static Iterable<org.locationtech.jts.geom.Geometry> pieces(Geometry geometry) {
        Coordinates all = geometry.coordinates();
        boolean points = geometry.type().endsWith("Point");
        if (all.levels() == 1) {
            return List.of(FACTORY.createPoint(position(all, 0)));
        }
        return () -> IntStream.range(0, all.lists()).boxed()
                .flatMap(list -> points ? points(all, list) : lines(all, list))
                .map(org.locationtech.jts.geom.Geometry.class::cast)
                .iterator();
    }

    private static Stream<? extends org.locationtech.jts.geom.Geometry> points(Coordinates all, int list) {
        int end = all.listEnd(list);
        return IntStream.iterate(all.listStart(list), from -> from < end, from -> from + PIECE)
                .mapToObj(
                        from -> FACTORY.createMultiPointFromCoords(positions(all, from, Math.min(end, from + PIECE))));
    }

    /** Each piece begins where the one before ends. */
    private static Stream<? extends org.locationtech.jts.geom.Geometry> lines(Coordinates all, int list) {
        int end = all.listEnd(list);
        return IntStream.iterate(all.listStart(list), from -> from < end - 1, from -> from + PIECE)
                .mapToObj(from -> FACTORY.createLineString(positions(all, from, Math.min(end, from + PIECE + 1))));
    }

    private static Polygon polygon(Coordinates all, int group) {
        List<LinearRing> rings = new ArrayList<>();
        for (int ring = all.groupStart(group); ring < all.groupEnd(group); ring++) {
            rings.add(FACTORY.createLinearRing(list(all, ring)));
        }
        LinearRing outer = rings.removeFirst();
        return FACTORY.createPolygon(outer, rings.toArray(LinearRing[]::new));
    }

    private static Coordinate[] list(Coordinates all, int list) {
        return positions(all, all.listStart(list), all.listEnd(list));
    }

    private static Coordinate[] positions(Coordinates all, int from, int to) {
        return array(to - from, Coordinate[]::new, i -> position(all, from + i));
    }

    private static Coordinate position(Coordinates all, int position) {
        return new Coordinate(all.longitude(position), all.latitude(position));
    }

    private static <T> T[] array(int length, IntFunction<T[]> made, IntFunction<T> part) {
        return IntStream.range(0, length).mapToObj(part).toArray(made);
    }
}
