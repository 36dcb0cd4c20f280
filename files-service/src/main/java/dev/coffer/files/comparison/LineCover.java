package dev.coffer.files.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * Whether a line lies on the lines of a shape. JTS would first compute where these lines meet each other, which are as
 * many places as the square of their corners; here each segment is compared with each one.
 */
final class LineCover {
    private final List<Coordinate[]> segments = new ArrayList<>();

    LineCover(Geometry lines) {
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            Coordinate[] corners = lines.getGeometryN(i).getCoordinates();
            for (int k = 1; k < corners.length; k++) {
                segments.add(new Coordinate[] {corners[k - 1], corners[k]});
            }
        }
    }

    boolean covers(LineString line) {
        CoordinateSequence corners = line.getCoordinateSequence();
        for (int i = 1; i < corners.size(); i++) {
            boolean point = corners.getCoordinate(i - 1).equals2D(corners.getCoordinate(i));
            if (!point && !covers(corners.getCoordinate(i - 1), corners.getCoordinate(i))) {
                return false;
            }
        }
        return true;
    }

    /** Goes along from one end to the other over the segments of the same straight line. */
    private boolean covers(Coordinate from, Coordinate to) {
        boolean flat = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
        double reached = least(flat, from, to);
        double end = most(flat, from, to);
        for (Coordinate[] segment : along(flat, from, to)) {
            if (least(flat, segment[0], segment[1]) > reached) {
                return false;
            }
            reached = Math.max(reached, most(flat, segment[0], segment[1]));
            if (reached >= end) {
                return true;
            }
        }
        return false;
    }

    private List<Coordinate[]> along(boolean flat, Coordinate from, Coordinate to) {
        List<Coordinate[]> along = new ArrayList<>();
        for (Coordinate[] segment : segments) {
            if (Orientation.index(from, to, segment[0]) == Orientation.COLLINEAR
                    && Orientation.index(from, to, segment[1]) == Orientation.COLLINEAR
                    && most(flat, segment[0], segment[1]) >= least(flat, from, to)) {
                along.add(segment);
            }
        }
        along.sort(Comparator.comparingDouble(segment -> least(flat, segment[0], segment[1])));
        return along;
    }

    private static double least(boolean flat, Coordinate one, Coordinate other) {
        return flat ? Math.min(one.x, other.x) : Math.min(one.y, other.y);
    }

    private static double most(boolean flat, Coordinate one, Coordinate other) {
        return flat ? Math.max(one.x, other.x) : Math.max(one.y, other.y);
    }
}
