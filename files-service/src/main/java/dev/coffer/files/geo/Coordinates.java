package dev.coffer.files.geo;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/**
 * The coordinates of a GeoJSON geometry: as they were sent, with every digit, and as numbers in one row. Lists of
 * positions are nested alike everywhere: {@link #levels} is 1 for a position alone, 4 for polygons.
 */
@JsonDeserialize(using = CoordinatesReader.class)
public final class Coordinates {
    private final String json;
    private final int levels;
    private final double[] degrees;
    private final int[] listEnds;
    private final int[] groupEnds;
    private final @Nullable String fault;

    /**
     * @param degrees longitude and latitude in turn
     * @param listEnds behind which position each list of positions ends
     * @param groupEnds behind which list each list of such lists ends
     */
    Coordinates(String json, int levels, double[] degrees, int[] listEnds, int[] groupEnds) {
        this.json = json;
        this.levels = levels;
        this.degrees = degrees;
        this.listEnds = listEnds;
        this.groupEnds = groupEnds;
        this.fault = null;
    }

    private Coordinates(String fault) {
        this.json = "[]";
        this.levels = 0;
        this.degrees = new double[0];
        this.listEnds = new int[0];
        this.groupEnds = new int[0];
        this.fault = fault;
    }

    /** What is left of coordinates that break a rule, whichever type they have. */
    static Coordinates faulty(String rule) {
        return new Coordinates(rule);
    }

    /** The rule that is broken; none if they are good as far as that can be said without the type. */
    @Nullable
    String fault() {
        return fault;
    }

    public int levels() {
        return levels;
    }

    int positions() {
        return degrees.length / 2;
    }

    public double longitude(int position) {
        return degrees[2 * position];
    }

    public double latitude(int position) {
        return degrees[2 * position + 1];
    }

    /** How many lists of positions there are. */
    public int lists() {
        return listEnds.length;
    }

    public int listStart(int list) {
        return list == 0 ? 0 : listEnds[list - 1];
    }

    public int listEnd(int list) {
        return listEnds[list];
    }

    /** How many lists of lists of positions there are. */
    public int groups() {
        return groupEnds.length;
    }

    public int groupStart(int group) {
        return group == 0 ? 0 : groupEnds[group - 1];
    }

    public int groupEnd(int group) {
        return groupEnds[group];
    }

    @JsonValue
    @JsonRawValue
    public String json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coordinates coordinates && json.equals(coordinates.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return json;
    }
}
