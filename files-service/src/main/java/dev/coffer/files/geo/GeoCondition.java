package dev.coffer.files.geo;

import dev.coffer.common.error.ServiceException;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** A {@link GeoFilter} that is ready to be asked for many files. */
public final class GeoCondition {
    private final GeoRelation relation;
    private final PreparedGeometry shape;

    private GeoCondition(GeoRelation relation, PreparedGeometry shape) {
        this.relation = relation;
        this.shape = shape;
    }

    /** The condition of a filter that was checked. @throws ServiceException 400 if the shape makes no sense */
    public static GeoCondition of(String field, GeoFilter filter) {
        GeoRelation relation = GeoRelation.named(filter.relation()).orElseThrow();
        try {
            return new GeoCondition(relation, PreparedGeometryFactory.prepare(Shapes.valid(Shapes.of(filter.shape()))));
        } catch (TopologyException | IllegalArgumentException e) {
            throw ServiceException.invalidBody(field + ".shape", "cannot be compared with locations");
        }
    }

    public GeoRelation relation() {
        return relation;
    }

    /** The box around the shape. */
    public GeoBox box() {
        return GeoBox.of(shape.getGeometry().getEnvelopeInternal());
    }

    /** Whether a location is as the filter wants it. One that cannot be computed with is not. */
    public boolean holds(GeoLocation location) {
        try {
            return relation.holds(shape, Shapes.valid(Shapes.of(location.geometry())));
        } catch (TopologyException | IllegalArgumentException e) {
            return false;
        }
    }
}
