package dev.coffer.files.geo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.files.TestJson;
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
        assertThat(condition("intersects", "Polygon", SQUARE).holds(location)).isEqualTo(intersects);
        assertThat(condition("DISJOINT", "Polygon", SQUARE).holds(location)).isEqualTo(!intersects);
        assertThat(condition("WITHIN", "Polygon", SQUARE).holds(location)).isEqualTo(within);
    }

    @Test
    void aBoxIsNotEnough() {
        GeoLocation inTheHole = location("Point", "[5,5]");
        assertThat(condition("INTERSECTS", "Polygon", RING).holds(inTheHole)).isFalse();
        assertThat(condition("DISJOINT", "Polygon", RING).holds(inTheHole)).isTrue();
        assertThat(condition("WITHIN", "Polygon", RING).holds(inTheHole)).isFalse();
    }

    @Test
    void aRingThatCrossesItselfIsUnderstood() {
        String bowTie = "[[[0,0],[10,10],[10,0],[0,10],[0,0]]]";
        assertThat(condition("INTERSECTS", "Polygon", bowTie).holds(location("Point", "[9,5]"))).isTrue();
        assertThat(condition("INTERSECTS", "Polygon", bowTie).holds(location("Point", "[5,9]"))).isFalse();
        assertThat(condition("WITHIN", "Polygon", SQUARE).holds(location("Polygon", "[[[1,1],[2,2],[2,1],[1,2],[1,1]]]")))
                .isTrue();
    }

    @Test
    void numbersFromTheEndOfTheWorldAreNoTrouble() {
        // Locations that were taken before there was a rule.
        String far = "[[[-1e308,-1e308],[1e308,-1e308],[1e308,1e308],[-1e308,1e308],[-1e308,-1e308]]]";
        GeoLocation across = location("LineString", "[[-1e308,1e-320],[1e308,3]]");
        assertThat(condition("INTERSECTS", "Polygon", SQUARE).holds(across)).isTrue();
        assertThat(condition("WITHIN", "Polygon", "[[[1,1],[1,1],[1,1],[1,1]]]").holds(location("Polygon", far))).isFalse();
    }

    @Test
    void theBoxGoesAroundEverything() {
        assertThat(GeoBox.around(location("MultiPoint", "[[1,2],[-3,4.5],[0,-6]]")))
                .isEqualTo(new GeoBox(-3.0, -6.0, 1.0, 4.5));
        assertThat(GeoBox.around(null)).isNull();
    }

    private static GeoCondition condition(String relation, String type, String shape) {
        GeoFilter filter = TestJson.read("{\"relation\":\"" + relation + "\",\"shape\":" + geometry(type, shape) + "}",
                GeoFilter.class);
        GeoFilter.check("filter", filter);
        return GeoCondition.of("filter", filter);
    }

    private static GeoLocation location(String type, String coordinates) {
        return TestJson.read("{\"type\":\"Feature\",\"geometry\":" + geometry(type, coordinates) + "}", GeoLocation.class);
    }

    private static String geometry(String type, String coordinates) {
        return "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}";
    }
}
