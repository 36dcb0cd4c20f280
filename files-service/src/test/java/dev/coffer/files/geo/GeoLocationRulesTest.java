package dev.coffer.files.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.TestJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoLocationRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Point | [10.75, 59.9]",
                "MultiPoint | [[1,2]]",
                "LineString | [[1,2],[3,4]]",
                "MultiLineString | [[[1,2],[3,4]],[[5,6],[7,8]]]",
                "Polygon | [[[0,0],[1,0],[1,1],[0.0,0]]]",
                "MultiPolygon | [[[[0,0],[1,0],[1,1],[0,0]]]]"
            })
    void sixShapesAreGood(String type, String coordinates) {
        GeoLocationRules.check("geoLocation", feature(type, coordinates));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Point | []",
                "Point | [1]",
                "Point | [1,2,3]",
                "Point | [1,\"2\"]",
                "Point | [1,null]",
                "Point | [1,1e400]",
                "Point | [[1,2]]",
                "MultiPoint | []",
                "MultiPoint | [1,2]",
                "LineString | [[1,2]]",
                "MultiLineString | []",
                "MultiLineString | [[[1,2]]]",
                "MultiLineString | [7]",
                "Polygon | []",
                "Polygon | [[[0,0],[1,0],[0,0]]]",
                "Polygon | [[[0,0],[1,0],[1,1],[0,1]]]",
                "MultiPolygon | []",
                "MultiPolygon | [[]]"
            })
    void otherCoordinatesAreNamed(String type, String coordinates) {
        refused(feature(type, coordinates), "geoLocation.geometry.coordinates must");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Point | [180,-90] | true",
        "Point | [-180,90] | true",
        "Point | [180.0000001,0] | false",
        "Point | [-181,0] | false",
        "Point | [0,90.1] | false",
        "MultiPoint | [[1,2],[59.9,-100.75]] | false",
        "Polygon | [[[0,0],[1e308,0],[1,1],[0,0]]] | false"
    })
    void positionsAreOnTheGlobe(String type, String coordinates, boolean good) {
        if (good) {
            GeoLocationRules.check("geoLocation", feature(type, coordinates));
        } else {
            refused(feature(type, coordinates),
                    "geoLocation.geometry.coordinates must have longitudes from -180 to 180");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Circle\"", "\"point\"", "\"GeometryCollection\"", "null"})
    void anotherShapeIsRefused(String type) {
        GeoLocation location = TestJson.read(
                "{\"type\":\"Feature\",\"geometry\":{\"type\":" + type + ",\"coordinates\":[1,2]}}", GeoLocation.class);
        refused(location, "geoLocation.geometry.type must be Point");
    }

    @Test
    void aGeometryHasAtMostTenThousandPositions() {
        String positions = "[1,2],".repeat(9_999);
        GeoLocationRules.check("geoLocation", feature("MultiPoint", "[" + positions + "[1,2]]"));
        assertThatThrownBy(
                () -> GeoLocationRules.check("geoLocation", feature("MultiPoint", "[" + positions + "[1,2],[1,2]]")))
                .hasMessage("geoLocation.geometry.coordinates must have at most 10000 positions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[],[],[1,2]]                | must not have empty lists",
                "[[[[[1,2]]]]]                | must have positions of exactly two numbers, [longitude, latitude]",
                "[{\"a\":[1,2]},[1,2]]        | must have positions of exactly two numbers, [longitude, latitude]",
                "[[1,2],[[3,4]]]              | must have positions of exactly two numbers, [longitude, latitude]",
                "[[[1,2]],[3,4]]              | must have positions of exactly two numbers, [longitude, latitude]",
                "[[0.00000000000000000000000000000000000000001,2]] | must have numbers of at most 40 characters",
                "{\"a\":1}                    | must be a list",
                "7                            | must be a list"
            })
    void whatBreaksARuleIsReadOverAndNamed(String coordinates, String rule) {
        GeoLocation location = feature("MultiPoint", coordinates);
        assertThat(location.geometry().coordinates().positions()).isZero();
        refused(location, "geoLocation.geometry.coordinates " + rule);
    }

    @Test
    void nothingIsKeptOfEndlessCoordinates() {
        for (String element : List.of("[]", "[1,2]", "[[[1,2]]]", "{}", "\"\"")) {
            GeoLocation location = feature("MultiPoint", "[" + (element + ",").repeat(100_000) + element + "]");
            assertThat(location.geometry().coordinates().json()).isEqualTo("[]");
            assertThat(location.geometry().coordinates().positions()).isZero();
        }
    }

    @Test
    void everyDigitIsKept() {
        String coordinates = "[[10.750,-59.90],[1e1,0.10000000000000000000001]]";
        GeoLocation location = feature("LineString", coordinates);
        assertThat(TestJson.write(location)).contains("\"coordinates\":" + coordinates);
        String properties = "{\"a\":1.50,\"b\":[1E+400,\"\u00e4\",null,{}]}";
        location = TestJson.read("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},"
                + "\"properties\":" + properties + "}", GeoLocation.class);
        assertThat(TestJson.write(location)).endsWith("\"properties\":" + properties + "}");
    }

    @Test
    void propertiesHaveAtMost10240Characters() {
        String begin =
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":{\"a\":\"";
        GeoLocationRules.check("geoLocation", TestJson.read(begin + "x".repeat(10_000) + "\"}}", GeoLocation.class));
        GeoLocation large = TestJson.read(begin + "x".repeat(10_240) + "\"}}", GeoLocation.class);
        assertThat(large.properties().json()).isEqualTo("{}");
        refused(large, "geoLocation.properties must have at most 10240 characters");
    }

    @Test
    void aLocationIsAFeatureWithAGeometry() {
        refused(TestJson.read("{\"type\":\"feature\"}", GeoLocation.class), "geoLocation.type must be Feature");
        refused(TestJson.read("{}", GeoLocation.class), "geoLocation.type must be Feature");
        refused(TestJson.read("{\"type\":\"Feature\"}", GeoLocation.class), "geoLocation.geometry is required");
        refused(TestJson.read("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\"}}", GeoLocation.class),
                "geoLocation.geometry.coordinates is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\\u0000\"}", "{\"\\u0000\":1}", "{\"a\":[{\"b\":\"\\ud800\"}]}"})
    void propertiesMustBeStorable(String properties) {
        String good = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":";
        GeoLocationRules.check("geoLocation",
                TestJson.read(good + "{\"a\":{\"b\":[1,null,true]}}}", GeoLocation.class));
        refused(TestJson.read(good + properties + "}", GeoLocation.class), "geoLocation.properties must not contain");
    }

    @ParameterizedTest
    @CsvSource({"99,true", "100,false"})
    void propertiesHaveAtMost100Levels(int lists, boolean good) {
        String nested = "[".repeat(lists) + "]".repeat(lists);
        GeoLocation location = TestJson.read("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
                + "\"coordinates\":[1,2]},\"properties\":{\"a\":" + nested + "}}", GeoLocation.class);
        if (good) {
            GeoLocationRules.check("geoLocation", location);
        } else {
            refused(location, "geoLocation.properties must have at most 100 levels");
        }
    }

    private static GeoLocation feature(String type, String coordinates) {
        String json = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}";
        return TestJson.read(json.formatted(type, coordinates), GeoLocation.class);
    }

    private static void refused(GeoLocation location, String message) {
        assertThatThrownBy(() -> GeoLocationRules.check("geoLocation", location))
                .isInstanceOf(ServiceException.class)
                .hasMessageStartingWith(message);
    }
}
