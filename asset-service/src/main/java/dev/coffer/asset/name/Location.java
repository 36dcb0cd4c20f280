package dev.coffer.asset.name;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The folders of the open-source server, which are tags here: the {@code type} of a file (comfy.md section 4). */
public enum Location {
    INPUT,
    OUTPUT,
    TEMP;

    /** What a {@code type} may be, for people. */
    public static final String ALLOWED =
            "must be one of " + Arrays.stream(values()).map(Location::tag).collect(Collectors.joining(", "));

    /** The tag, and the value of {@code type}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The location of that name; empty if there is none. */
    public static Optional<Location> of(String tag) {
        return Arrays.stream(values()).filter(location -> location.tag().equals(tag)).findFirst();
    }
}
