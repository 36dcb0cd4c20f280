package dev.coffer.files.change;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.geo.GeoLocation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of a single value: {@code {"set": …}} or {@code {"setNull": true}}. {@code {"setNull": false}} changes
 * nothing (cdf-files.md section 3.11).
 */
public sealed interface Value<T> {
    @Nullable
    T set();

    @Nullable
    Boolean setNull();

    static boolean says(@Nullable Value<?> change) {
        return change != null && (change.set() != null || Boolean.TRUE.equals(change.setNull()));
    }

    /** What the value is after the change. */
    static <T> @Nullable T of(@Nullable Value<T> change, @Nullable T current) {
        return change != null && says(change) ? change.set() : current;
    }

    /** @throws ServiceException 400 if both are said, or neither: {@code {"set": null}} is no way to say setNull */
    static void check(String field, @Nullable Value<?> change) {
        if (change == null) {
            return;
        }
        boolean both = change.set() != null && Boolean.TRUE.equals(change.setNull());
        boolean neither = change.set() == null && change.setNull() == null;
        if (both || neither) {
            throw ServiceException.invalidBody(field, "must have either set or setNull");
        }
    }

    /** The new value, if the change gives one. */
    static <T> @Nullable T set(@Nullable Value<T> change) {
        return change == null ? null : change.set();
    }

    @Schema(name = "TextUpdate")
    record OfText(@Nullable String set, @Nullable Boolean setNull) implements Value<String> {}

    @Schema(name = "IdUpdate")
    record OfId(@Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long set, @Nullable Boolean setNull)
            implements Value<Long> {}

    @Schema(name = "TimeUpdate")
    record OfTime(@Schema(minimum = "0") @Nullable Long set, @Nullable Boolean setNull) implements Value<Long> {}

    @Schema(name = "FlagUpdate")
    record OfFlag(@Nullable Boolean set, @Nullable Boolean setNull) implements Value<Boolean> {}

    @Schema(name = "GeoLocationUpdate")
    record OfGeoLocation(@Nullable GeoLocation set, @Nullable Boolean setNull) implements Value<GeoLocation> {}
}
