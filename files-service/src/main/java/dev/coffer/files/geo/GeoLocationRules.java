package dev.coffer.files.geo;

import static dev.coffer.common.error.ServiceException.invalidBody;

import org.jspecify.annotations.Nullable;

/** Which GeoJSON is a location (cdf-files.md section 2). */
public final class GeoLocationRules {
    private GeoLocationRules() {}

    /**
     * Passes a good location on, if there is one.
     *
     * @throws ServiceException 400 naming the member and what is allowed
     */
    public static @Nullable GeoLocation check(String field, @Nullable GeoLocation location) {
        if (location == null) {
            return null;
        }
        if (!"Feature".equals(location.type())) {
            throw invalidBody(field + ".type", "must be Feature");
        }
        new GeometryRules(field + ".geometry").check(location.geometry());
        if (location.properties() != null && location.properties().fault() != null) {
            throw invalidBody(field + ".properties", location.properties().fault());
        }
        return location;
    }
}
