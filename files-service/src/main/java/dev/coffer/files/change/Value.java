package dev.coffer.files.change;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.file.Limits;
import dev.coffer.files.geo.GeoLocation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change of a single value: {@code {"set": …}} or {@code {"setNull": true}}. One that says neither changes nothing.
 */
public sealed interface Value<T> {
    T set();

    Boolean setNull();

    static boolean says(Value<?> change) {
        return change != null && (change.set() != null || Boolean.TRUE.equals(change.setNull()));
    }

    /** What the value is after the change. */
    static <T> T of(Value<T> change, T current) {
        if (!says(change)) {
            return current;
        }
        return change.set();
    }

    /** @throws ServiceException 400 if both are said */
    static void check(String field, Value<?> change) {
        if (change != null && change.set() != null && Boolean.TRUE.equals(change.setNull())) {
            throw ServiceException.invalidBody(field, "must have either set or setNull");
        }
    }

    /** The new value; null if the change does not give one. */
    static <T> T set(Value<T> change) {
        return change == null ? null : change.set();
    }

    @Schema(name = "TextUpdate")
    record OfText(String set, Boolean setNull) implements Value<String> {}

    @Schema(name = "IdUpdate")
    record OfId(@Schema(minimum = "1", maximum = Limits.MAX_ID) Long set, Boolean setNull) implements Value<Long> {}

    @Schema(name = "TimeUpdate")
    record OfTime(@Schema(minimum = "0") Long set, Boolean setNull) implements Value<Long> {}

    @Schema(name = "FlagUpdate")
    record OfFlag(Boolean set, Boolean setNull) implements Value<Boolean> {}

    @Schema(name = "GeoLocationUpdate")
    record OfGeoLocation(GeoLocation set, Boolean setNull) implements Value<GeoLocation> {}
}
