package dev.coffer.files.geo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Coordinates while they are read. It keeps nothing any more once a rule is broken. */
final class CoordinatesBuilder {
    /** In an answer every file may have one, and comparing takes the product of the positions of two. */
    static final int MOST_POSITIONS = 10_000;
    /** Far more than a double can tell apart. */
    static final int LONGEST_NUMBER = 40;
    private static final int MOST_LEVELS = 4;

    /** WGS84, in degrees. */
    private static final int MOST_LONGITUDE = 180;
    private static final int MOST_LATITUDE = 90;

    private static final double[] NO_DEGREES = {};
    private static final int[] NO_ENDS = {};
    private static final String TWO_NUMBERS = "must have positions of exactly two numbers, [longitude, latitude]";

    /** Whether it was taken before: then by the rules of its time. */
    private final boolean stored;
    private StringBuilder json = new StringBuilder();
    private double[] degrees = new double[8];
    private int numbers;
    private int[] listEnds = new int[2];
    private int lists;
    private int[] groupEnds = new int[2];
    private int groups;
    /** On which level the positions are; 0 until there is one. */
    private int levels;
    private int level;
    /** How many elements the list of each level has so far. */
    private final int[] elements = new int[MOST_LEVELS + 1];
    private @Nullable String fault;

    CoordinatesBuilder(boolean stored) {
        this.stored = stored;
    }

    void open() {
        if (fault != null) {
            return;
        }
        if (level == MOST_LEVELS || level > 0 && level == levels) {
            fail(TWO_NUMBERS);
            return;
        }
        element();
        level++;
        elements[level] = 0;
        json.append('[');
    }

    void number(String text) {
        if (fault != null) {
            return;
        }
        if (levels == 0) {
            levels = level;
        }
        if (level != levels || elements[level] == 2) {
            fail(TWO_NUMBERS);
        } else if (numbers == 2 * MOST_POSITIONS && !stored) {
            fail("must have at most " + MOST_POSITIONS + " positions");
        } else if (text.length() > LONGEST_NUMBER && !stored) {
            fail("must have numbers of at most " + LONGEST_NUMBER + " characters");
        } else {
            element();
            json.append(text);
            add(Double.parseDouble(text), elements[level] == 1 ? MOST_LONGITUDE : MOST_LATITUDE);
        }
    }

    private void add(double number, int most) {
        if (!Double.isFinite(number)) {
            fail(TWO_NUMBERS);
        } else if (Math.abs(number) > most && !stored) {
            fail("must have longitudes from -" + MOST_LONGITUDE + " to " + MOST_LONGITUDE + ", then latitudes from -"
                    + MOST_LATITUDE + " to " + MOST_LATITUDE);
        } else {
            degrees = numbers == degrees.length ? Arrays.copyOf(degrees, 2 * numbers) : degrees;
            degrees[numbers++] = number;
        }
    }

    void other() {
        fail(TWO_NUMBERS);
    }

    void close() {
        if (fault != null) {
            return;
        }
        if (elements[level] == 0) {
            fail("must not have empty lists");
        } else if (level == levels && elements[level] != 2) {
            fail(TWO_NUMBERS);
        } else {
            if (level == levels - 1) {
                listEnds = lists == listEnds.length ? Arrays.copyOf(listEnds, 2 * lists) : listEnds;
                listEnds[lists++] = numbers / 2;
            } else if (level == levels - 2) {
                groupEnds = groups == groupEnds.length ? Arrays.copyOf(groupEnds, 2 * groups) : groupEnds;
                groupEnds[groups++] = lists;
            }
            json.append(']');
            level--;
        }
    }

    private void element() {
        if (level > 0 && elements[level]++ > 0) {
            json.append(',');
        }
    }

    private void fail(String rule) {
        if (fault == null) {
            fault = rule;
            json = new StringBuilder(0);
            degrees = NO_DEGREES;
            listEnds = NO_ENDS;
            groupEnds = NO_ENDS;
        }
    }

    Coordinates build() {
        return fault != null
                ? Coordinates.faulty(fault)
                : new Coordinates(json.toString(), levels, Arrays.copyOf(degrees, numbers),
                        Arrays.copyOf(listEnds, lists), Arrays.copyOf(groupEnds, groups));
    }
}
