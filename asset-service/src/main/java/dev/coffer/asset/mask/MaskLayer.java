package dev.coffer.asset.mask;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The layers that the mask editor saves one after the other, as files that share a number (comfy.md section 4.3). */
public enum MaskLayer {
    MASK,
    PAINT,
    PAINTED,
    PAINTED_MASKED;

    private static final Pattern NAME =
            Pattern.compile("clipspace-(mask|paint|painted|painted-masked)-(\\d{1,20})\\.png");

    /**
     * A layer of a drawing.
     *
     * @param drawing what its layers have in common
     */
    public record Of(String drawing, MaskLayer layer) {}

    /** The layer that a file is by its name; empty for any other file. */
    public static Optional<Of> named(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches()
                ? Optional.of(new Of(name.group(2), valueOf(name.group(1).replace('-', '_').toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    /** The layer of that name on the wire. */
    public static MaskLayer of(String wireName) {
        return Arrays.stream(values()).filter(layer -> layer.wireName().equals(wireName)).findFirst().orElseThrow();
    }

    /** The layers that a mask is related to. */
    public static Stream<MaskLayer> related() {
        return Stream.of(MASK, PAINT, PAINTED);
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
