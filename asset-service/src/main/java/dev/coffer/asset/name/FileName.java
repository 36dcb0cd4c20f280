package dev.coffer.asset.name;

import java.util.Optional;

/**
 * How clients write which file they mean: {@code pasted/image.png [input]} (comfy.md section 4.4).
 *
 * @param path without the annotation
 * @param location that an annotation says
 */
public record FileName(String path, Optional<Location> location) {
    /** Longest text that names a file, in characters. */
    public static final int MAX_LENGTH = 1024;

    private static final char END = ']';

    /** Reads any text. */
    public static FileName of(String text) {
        int bracket = text.endsWith(String.valueOf(END)) ? text.lastIndexOf('[') : -1;
        Optional<Location> said = bracket < 0
                ? Optional.empty()
                : Location.of(text.substring(bracket + 1, text.length() - 1));
        return said.isEmpty() ? new FileName(text, said)
                : new FileName(text.substring(0, bracket).stripTrailing(), said);
    }

    /** The steps of the path, whichever slashes are between them. */
    public String[] steps() {
        return path.split("[/\\\\]", -1);
    }

    /** The last step. */
    public String name() {
        String[] steps = steps();
        return steps[steps.length - 1];
    }
}
