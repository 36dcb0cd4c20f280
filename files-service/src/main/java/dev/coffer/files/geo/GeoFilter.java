package dev.coffer.files.geo;

import static dev.coffer.common.error.ServiceException.invalidBody;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Files whose location lies so to a shape; files without a location never do.
 *
 * @param relation in capitals or in small letters
 * @param shape a geometry in WGS84
 */
public record GeoFilter(
        @Schema(
                required = true,
                enumeration = {
                    "INTERSECTS", "WITHIN", "DISJOINT", "intersects", "within", "disjoint"}) String relation,
        @Schema(required = true) Geometry shape) {
    static final int MOST_CORNERS = 1000;

    /**
     * Passes a good filter on.
     *
     * @throws ServiceException 400 naming the member and what is allowed
     */
    public static void check(String field, GeoFilter filter) {
        if (GeoRelation.named(filter.relation()).isEmpty()) {
            throw invalidBody(field + ".relation", "must be INTERSECTS, WITHIN or DISJOINT");
        }
        new GeometryRules(field + ".shape").check(filter.shape());
        if (filter.shape().coordinates().positions() > MOST_CORNERS) {
            throw invalidBody(field + ".shape.coordinates",
                    "must have at most " + MOST_CORNERS + " positions: every location"
                            + " is compared with each of them");
        }
    }
}
