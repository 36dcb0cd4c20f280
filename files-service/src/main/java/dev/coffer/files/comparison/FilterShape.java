package dev.coffer.files.comparison;

import dev.coffer.common.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** The shape of a filter, prepared once for all locations. */
final class FilterShape {
    private static final Coordinate[] NONE = {};

    private final String field;
    private final Geometry geometry;
    private final Envelope envelope;
    private @Nullable RelateNG prepared;
    private @Nullable LineCover lines;
    private Coordinate[] gaps = NONE;

    FilterShape(String field, Geometry geometry) {
        this.field = field;
        this.geometry = geometry;
        this.envelope = geometry.getEnvelopeInternal();
    }

    Envelope envelope() {
        return envelope;
    }

    boolean isArea() {
        return geometry.getDimension() == 2;
    }

    /**
     * Does what is needed before {@link #relate} is asked.
     *
     * @param within whether {@link #covers} and {@link #gaps} will be asked, too
     * @throws ServiceException 400 if the shape is not valid
     */
    void prepare(boolean within) {
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            throw ServiceException.invalidBody(field, "must be a valid geometry: " + words(error));
        }
        prepared = RelateNG.prepare(geometry);
        if (within && isArea()) {
            gaps = findGaps();
        } else if (within && geometry.getDimension() == 1) {
            lines = new LineCover(geometry);
        }
    }

    private static String words(TopologyValidationError error) {
        Coordinate at = error.getCoordinate();
        return error.getMessage() + (at == null ? "" : " at or near [" + at.x + ", " + at.y + "]");
    }

    /** @param part a geometry, or a piece of one */
    boolean relate(Geometry part, TopologyPredicate predicate) {
        return Objects.requireNonNull(prepared, "prepare() comes first").evaluate(part, predicate);
    }

    boolean covers(Geometry piece) {
        return lines != null && piece.getLength() > 0
                ? lines.covers((LineString) piece)
                : relate(piece, RelatePredicate.covers());
    }

    /** Whether a piece that is covered has something inside of the shape, and not only on its border. */
    boolean hasInside(Geometry piece) {
        return lines != null && piece.getLength() > 0 || relate(piece, RelatePredicate.contains());
    }

    /** A point of each part. */
    Coordinate[] parts() {
        Coordinate[] parts = new Coordinate[geometry.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = geometry.getGeometryN(i).getCoordinate();
        }
        return parts;
    }

    /** A point in each hole, and in each other place that the shape encloses without having it. */
    Coordinate[] gaps() {
        return gaps;
    }

    private Coordinate[] findGaps() {
        Envelope around = envelope.copy();
        around.expandBy(1);
        Geometry rest =
                OverlayNGRobust.overlay(geometry.getFactory().toGeometry(around), geometry, OverlayNG.DIFFERENCE);
        List<Coordinate> found = new ArrayList<>();
        for (int i = 0; i < rest.getNumGeometries(); i++) {
            Geometry part = rest.getGeometryN(i);
            if (part.getDimension() == 2 && !part.getEnvelopeInternal().equals(around)) {
                found.add(part.getInteriorPoint().getCoordinate());
            }
        }
        return found.toArray(NONE);
    }
}
