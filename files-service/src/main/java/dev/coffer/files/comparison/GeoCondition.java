package dev.coffer.files.comparison;

import dev.coffer.files.geo.GeoBox;
import dev.coffer.files.geo.GeoFilter;
import dev.coffer.files.geo.GeoLocation;
import dev.coffer.files.geo.GeoRelation;
import dev.coffer.files.geo.Geometry;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * A {@link GeoFilter} that is asked for many files, by one thread at a time. A location is compared in small pieces,
 * its points or lines, and the deadline is looked at before each of them: so a step takes no more than the corners of
 * the shape times those of a piece, for any location. Locations need not be valid; what is within a ring that crosses
 * itself is counted by its crossings.
 */
public final class GeoCondition {
    private final GeoRelation relation;
    private final FilterShape shape;

    private GeoCondition(GeoRelation relation, FilterShape shape) {
        this.relation = relation;
        this.shape = shape;
    }

    /** The condition of a filter that was checked. */
    public static GeoCondition of(String field, GeoFilter filter) {
        GeoRelation relation = GeoRelation.named(filter.relation()).orElseThrow();
        return new GeoCondition(relation, new FilterShape(field + ".shape", Shapes.of(filter.shape())));
    }

    public GeoRelation relation() {
        return relation;
    }

    /** The box around the shape. */
    public GeoBox box() {
        return GeoBox.of(shape.envelope());
    }

    /**
     * Makes ready what all comparisons need; first of all.
     *
     * @throws ServiceException 400 if the shape is not valid
     */
    public void prepare() {
        shape.prepare(relation == GeoRelation.WITHIN);
    }

    /** Whether a location in this box is as the filter wants it; empty if the box does not tell. */
    public Optional<Boolean> holds(GeoBox box) {
        Envelope envelope = box.envelope();
        if (!shape.envelope().intersects(envelope)) {
            return Optional.of(relation == GeoRelation.DISJOINT);
        }
        try {
            org.locationtech.jts.geom.Geometry all = Shapes.FACTORY.toGeometry(envelope);
            if (!shape.relate(all, RelatePredicate.intersects())) {
                return Optional.of(relation == GeoRelation.DISJOINT);
            }
            return inside(all) ? Optional.of(relation != GeoRelation.DISJOINT) : undecided(all);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private boolean inside(org.locationtech.jts.geom.Geometry all) {
        if (!shape.isArea() && all.getDimension() > 0) {
            return false;
        }
        return relation == GeoRelation.WITHIN
                ? shape.relate(all, RelatePredicate.matches("T**FF*FF*"))
                : shape.relate(all, RelatePredicate.covers());
    }

    /** A box without extent is the location. */
    private Optional<Boolean> undecided(org.locationtech.jts.geom.Geometry all) {
        return all.getDimension() == 0 ? Optional.of(relation == GeoRelation.INTERSECTS) : Optional.empty();
    }

    /**
     * Whether a location is as the filter wants it. One that cannot be computed with is not.
     *
     * @throws ComparisonDeadline.OutOfTime if that was not found out in time
     */
    public boolean holds(GeoLocation location, ComparisonDeadline deadline) {
        try {
            return switch (relation) {
                case INTERSECTS -> meets(location.geometry(), deadline);
                case DISJOINT -> !meets(location.geometry(), deadline);
                case WITHIN -> contains(location.geometry(), deadline);
            };
        } catch (ComparisonDeadline.OutOfTime e) {
            throw e;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private boolean meets(Geometry location, ComparisonDeadline deadline) {
        for (org.locationtech.jts.geom.Geometry piece : Shapes.pieces(location)) {
            deadline.check();
            if (shape.relate(piece, RelatePredicate.intersects())) {
                return true;
            }
        }
        return isArea(location) && hasInside(location, shape.parts(), false, deadline);
    }

    private boolean contains(Geometry location, ComparisonDeadline deadline) {
        boolean area = isArea(location);
        if (area && !shape.isArea()) {
            return false;
        }
        boolean inside = area;
        for (org.locationtech.jts.geom.Geometry piece : Shapes.pieces(location)) {
            deadline.check();
            if (!shape.covers(piece)) {
                return false;
            }
            inside = inside || shape.hasInside(piece);
        }
        return inside && !(area && hasInside(location, shape.gaps(), true, deadline));
    }

    /** Whether one of the points is in an area; strictly: not on its border. */
    private static boolean hasInside(Geometry area, Coordinate[] points, boolean strictly,
            ComparisonDeadline deadline) {
        if (points.length == 0) {
            return false;
        }
        org.locationtech.jts.geom.Geometry polygons = Shapes.of(area);
        for (Coordinate point : points) {
            deadline.check();
            int place = SimplePointInAreaLocator.locate(point, polygons);
            if (place == Location.INTERIOR || place == Location.BOUNDARY && !strictly) {
                return true;
            }
        }
        return false;
    }

    private static boolean isArea(Geometry location) {
        return location.type().endsWith("Polygon");
    }
}
