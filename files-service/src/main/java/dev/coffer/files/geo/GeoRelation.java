package dev.coffer.files.geo;

import java.util.Arrays;
import java.util.Optional;

/** How the location of a file may lie to the shape of a filter (cdf-files.md section 3.6). */
public enum GeoRelation {
    INTERSECTS,
    WITHIN,
    DISJOINT;

    /** The relation of that name. Clients write it in capitals and in small letters. */
    public static Optional<GeoRelation> named(String name) {
        return Arrays.stream(values()).filter(relation -> relation.name().equalsIgnoreCase(name)).findFirst();
    }
}
