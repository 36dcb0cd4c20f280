package dev.coffer.files.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.TestJson;
import dev.coffer.files.geo.GeoBox;
import dev.coffer.files.geo.GeoFilter;
import dev.coffer.files.geo.GeoLocation;
import dev.coffer.files.geo.GeoLocationColumn;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoConditionTest {
    private static final String SQUARE = "[[[0,0],[10,0],[10,10],[0,10],[0,0]]]";
    private static final String RING = "[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[2,2],[8,2],[8,8],[2,8],[2,2]]]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Point           | [5,5]                                   | true  | true",
                "Point           | [10,10]                                 | true  | false",
                "Point           | [11,5]                                  | false | false",
                "MultiPoint      | [[5,5],[50,50]]                         | true  | false",
                "MultiPoint      | [[5,5],[6,6]]                           | true  | true",
                "LineString      | [[-5,5],[15,5]]                         | true  | false",
                "LineString      | [[1,1],[2,2]]                           | true  | true",
                "MultiLineString | [[[1,1],[2,2]],[[3,3],[4,4]]]           | true  | true",
                "Polygon         | [[[1,1],[2,1],[2,2],[1,1]]]             | true  | true",
                "Polygon         | [[[9,9],[12,9],[12,12],[9,9]]]          | true  | false",
                "Polygon         | [[[20,20],[30,20],[30,30],[20,20]]]     | false | false",
                "MultiPolygon    | [[[[1,1],[2,1],[2,2],[1,1]]]]           | true  | true"
            })
    void locationsLieToASquareAsTheyShould(String type, String coordinates, boolean intersects, boolean within) {
        GeoLocation location = location(type, coordinates);
        assertThat(holds("intersects", "Polygon", SQUARE, location)).isEqualTo(intersects);
        assertThat(holds("DISJOINT", "Polygon", SQUARE, location)).isEqualTo(!intersects);
        assertThat(holds("WITHIN", "Polygon", SQUARE, location)).isEqualTo(within);
    }

    @Test
    void aBoxIsNotEnough() {
        GeoLocation inTheHole = location("Point", "[5,5]");
        assertThat(holds("INTERSECTS", "Polygon", RING, inTheHole)).isFalse();
        assertThat(holds("DISJOINT", "Polygon", RING, inTheHole)).isTrue();
        assertThat(holds("WITHIN", "Polygon", RING, inTheHole)).isFalse();
    }

    @Test
    void aRingThatCrossesItselfIsUnderstoodAsALocation() {
        String bowTie = "[[[0,0],[10,10],[10,0],[0,10],[0,0]]]";
        assertThat(holds("INTERSECTS", "Point", "[9,5]", location("Polygon", bowTie))).isTrue();
        assertThat(holds("INTERSECTS", "Point", "[5,9]", location("Polygon", bowTie))).isFalse();
        assertThat(holds("WITHIN", "Polygon", SQUARE, location("Polygon", "[[[1,1],[2,2],[2,1],[1,2],[1,1]]]")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Polygon         | [[[0,0],[10,10],[10,0],[0,10],[0,0]]] | Self-intersection at or near [5.0, 5.0]",
                "Polygon         | [[[1,1],[1,1],[1,1],[1,1]]]           | Too few distinct points in geometry component",
                "Polygon         | [[[0,0],[9,0],[9,9],[0,0]],[[20,20],[21,20],[21,21],[20,20]]] | Hole lies outside shell",
                "MultiPolygon    | [[[[0,0],[9,0],[9,9],[0,0]]],[[[5,1],[8,1],[8,3],[5,1]]]] | Nested shells",
                "LineString      | [[1,1],[1,1]]                         | Too few distinct points in geometry component"
            })
    void aShapeThatIsNotValidIsRefused(String type, String coordinates, String why) {
        assertThatThrownBy(() -> condition("INTERSECTS", type, coordinates))
                .isInstanceOf(ServiceException.class)
                .hasMessageStartingWith("filter.shape must be a valid geometry: " + why);
    }

    @Test
    void aShapeHasAtMostAThousandPositions() {
        String points = "[1,2]" + ",[1,2]".repeat(999);
        condition("INTERSECTS", "MultiPoint", "[" + points + "]");
        assertThatThrownBy(() -> condition("INTERSECTS", "MultiPoint", "[" + points + ",[1,2]]"))
                .hasMessageStartingWith("filter.shape.coordinates must have at most 1000 positions");
    }

    @Test
    void veryLargeNumbersAreAccepted() {
        // Locations that were taken before there was a rule.
        GeoLocation across = stored("{\"type\":\"Feature\",\"geometry\":"
                + geometry("LineString", "[[-1e308,1e-320],[1e308,3]]") + "}");
        holds("INTERSECTS", "Polygon", SQUARE, across);
        GeoLocation far = stored("{\"type\":\"Feature\",\"geometry\":" + geometry("Polygon",
                "[[[-1e308,-1e308],[1e308,-1e308],[1e308,1e308],[-1e308,1e308],[-1e308,-1e308]]]") + "}");
        assertThat(holds("WITHIN", "Polygon", SQUARE, far)).isFalse();
        condition("WITHIN", "Polygon", SQUARE).holds(GeoBox.around(far));
    }

    @Test
    void theClockIsLookedAtAgainAndAgain() {
        AtomicInteger looks = new AtomicInteger();
        String line = IntStream.range(0, 10_000).mapToObj(i -> "[" + i / 100.0 + "," + (20 + i % 2) + "]")
                .collect(Collectors.joining(",", "[", "]"));
        GeoCondition condition = condition("INTERSECTS", "Polygon", SQUARE);
        condition.holds(location("LineString", line), new ComparisonDeadline(() -> looks.incrementAndGet() < 0));
        assertThat(looks).hasValueGreaterThan(150);
        looks.set(0);
        assertThatThrownBy(() -> condition.holds(location("LineString", line),
                new ComparisonDeadline(() -> looks.incrementAndGet() == 3)))
                .isInstanceOf(ComparisonDeadline.OutOfTime.class);
        assertThat(looks).hasValue(3);
    }

    @Test
    void theBoxGoesAroundEverything() {
        assertThat(GeoBox.around(location("MultiPoint", "[[1,2],[-3,4.5],[0,-6]]")))
                .isEqualTo(new GeoBox(-3.0, -6.0, 1.0, 4.5));
        assertThat(GeoBox.around(null)).isNull();
    }

    /** By the box, if that tells, and by the location in any case. */
    private static boolean holds(String relation, String type, String shape, GeoLocation location) {
        GeoCondition condition = condition(relation, type, shape);
        boolean holds = condition.holds(location, new ComparisonDeadline(() -> false));
        condition.holds(GeoBox.around(location)).ifPresent(byBox -> assertThat(byBox).isEqualTo(holds));
        return holds;
    }

    private static GeoLocation stored(String json) {
        return new GeoLocationColumn(TestJson.MAPPER).convertToEntityAttribute(json);
    }

    private static GeoCondition condition(String relation, String type, String shape) {
        GeoFilter filter = TestJson.read("{\"relation\":\"" + relation + "\",\"shape\":" + geometry(type, shape) + "}",
                GeoFilter.class);
        GeoFilter.check("filter", filter);
        GeoCondition condition = GeoCondition.of("filter", filter);
        condition.prepare();
        return condition;
    }

    private static GeoLocation location(String type, String coordinates) {
        return TestJson.read("{\"type\":\"Feature\",\"geometry\":" + geometry(type, coordinates) + "}",
                GeoLocation.class);
    }

    private static String geometry(String type, String coordinates) {
        return "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}";
    }
}
