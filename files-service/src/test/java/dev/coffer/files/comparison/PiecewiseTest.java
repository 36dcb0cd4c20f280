package dev.coffer.files.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.files.TestJson;
import dev.coffer.files.geo.GeoBox;
import dev.coffer.files.geo.GeoFilter;
import dev.coffer.files.geo.GeoLocation;
import dev.coffer.files.geo.GeoRelation;
import dev.coffer.files.geo.Geometry;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Comparing piece by piece finds what JTS finds of valid shapes as a whole, also where they touch. */
class PiecewiseTest {
    private static final int ENOUGH = 3000;
    private static final ComparisonDeadline NEVER = new ComparisonDeadline(() -> false);

    private final Random random = new Random(12);

    @Test
    void piecesSayWhatTheWholeSays() {
        int compared = 0;
        int held = 0;
        while (compared < ENOUGH) {
            Geometry shape = geometry();
            Geometry location = geometry();
            org.locationtech.jts.geom.Geometry one = Shapes.of(shape);
            org.locationtech.jts.geom.Geometry other = Shapes.of(location);
            if (one.isValid() && other.isValid()) {
                compared++;
                held += assertAlike(shape, location, GeoRelation.INTERSECTS, one.intersects(other)) ? 1 : 0;
                held += assertAlike(shape, location, GeoRelation.DISJOINT, one.disjoint(other)) ? 1 : 0;
                held += assertAlike(shape, location, GeoRelation.WITHIN, one.contains(other)) ? 1 : 0;
            }
        }
        assertThat(held).isGreaterThan(ENOUGH);
    }

    private static boolean assertAlike(Geometry shape, Geometry location, GeoRelation relation, boolean expected) {
        GeoCondition condition = GeoCondition.of("filter", new GeoFilter(relation.name(), shape));
        condition.prepare();
        GeoLocation feature = new GeoLocation("Feature", location, null);
        assertThat(condition.holds(feature, NEVER)).as("%s %s %s", location, relation, shape).isEqualTo(expected);
        condition.holds(GeoBox.around(feature)).ifPresent(
                byBox -> assertThat(byBox).as("box of %s %s %s", location, relation, shape).isEqualTo(expected));
        return expected;
    }

    /** On a small grid, so that much coincides. */
    private Geometry geometry() {
        String text = switch (random.nextInt(7)) {
            case 0 -> geometry("Point", position());
            case 1 -> geometry("MultiPoint", positions(1 + random.nextInt(3)));
            case 2 -> geometry("LineString", positions(2 + random.nextInt(3)));
            case 3 -> geometry("MultiLineString", "[" + positions(2) + "," + positions(3) + "]");
            case 4 -> geometry("Polygon", "[" + ring() + "]");
            case 5 -> geometry("Polygon",
                    "[" + square(0, 0, 6) + "," + square(1 + random.nextInt(2), 1, 1 + random.nextInt(4)) + "]");
            default -> geometry("MultiPolygon",
                    "[[" + ring() + "],[" + square(random.nextInt(6), random.nextInt(6), 1) + "]]");
        };
        return TestJson.read(text, Geometry.class);
    }

    private String ring() {
        if (random.nextBoolean()) {
            return square(random.nextInt(4), random.nextInt(4), 1 + random.nextInt(3));
        }
        String first = position();
        return "[" + first + "," + position() + "," + position() + "," + first + "]";
    }

    private static String square(int x, int y, int size) {
        return "[[%1$d,%2$d],[%3$d,%2$d],[%3$d,%4$d],[%1$d,%4$d],[%1$d,%2$d]]".formatted(x, y, x + size, y + size);
    }

    private String positions(int number) {
        return IntStream.range(0, number).mapToObj(i -> position()).collect(Collectors.joining(",", "[", "]"));
    }

    private String position() {
        return "[" + random.nextInt(7) + "," + random.nextInt(7) + "]";
    }

    private static String geometry(String type, String coordinates) {
        return "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}";
    }
}
