package dev.coffer.files.geo;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/** How the location of a file may lie to the shape of a filter (cdf-files.md section 3.6). */
public enum GeoRelation {
    INTERSECTS {
        @Override
        boolean holds(PreparedGeometry shape, Geometry location) {
            return shape.intersects(location);
        }
    },
    WITHIN {
        @Override
        boolean holds(PreparedGeometry shape, Geometry location) {
            return shape.contains(location);
        }
    },
    DISJOINT {
        @Override
        boolean holds(PreparedGeometry shape, Geometry location) {
            return shape.disjoint(location);
        }
    };

    abstract boolean holds(PreparedGeometry shape, Geometry location);

    /** The relation of that name. Clients write it in capitals and in small letters. */
    static Optional<GeoRelation> named(String name) {
        return Arrays.stream(values()).filter(relation -> relation.name().equalsIgnoreCase(name)).findFirst();
    }
}
