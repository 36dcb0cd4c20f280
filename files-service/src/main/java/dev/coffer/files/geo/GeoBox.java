package dev.coffer.files.geo;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The bounding box of a geometry: what an index can find, before the geometry itself decides. */
@Embeddable
public record GeoBox(
        @Column(name = "geo_west") Double west,
        @Column(name = "geo_south") Double south,
        @Column(name = "geo_east") Double east,
        @Column(name = "geo_north") Double north) {

    /** The box around a location, if there is one. */
    public static @Nullable GeoBox around(@Nullable GeoLocation location) {
        if (location == null) {
            return null;
        }
        Coordinates coordinates = location.geometry().coordinates();
        Envelope box = new Envelope();
        for (int i = 0; i < coordinates.positions(); i++) {
            box.expandToInclude(coordinates.longitude(i), coordinates.latitude(i));
        }
        return of(box);
    }

    public static GeoBox of(Envelope envelope) {
        return new GeoBox(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
    }

    public Envelope envelope() {
        return new Envelope(west, east, south, north);
    }
}
