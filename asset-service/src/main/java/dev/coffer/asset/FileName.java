package dev.coffer.asset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How clients write which file they mean: {@code pasted/image.png [input]} (comfy.md section 4.4).
 *
 * @param path without the annotation
 * @param location that an annotation says
 */
public record FileName(String path, Optional<Location> location) {
    private static final Pattern ANNOTATED = Pattern.compile("(.*?)\\s*\\[(input|output|temp)]", Pattern.DOTALL);

    /** Understands a text, whatever it is. */
    public static FileName of(String text) {
        Matcher annotated = ANNOTATED.matcher(text);
        return annotated.matches()
                ? new FileName(annotated.group(1), Location.of(annotated.group(2)))
                : new FileName(text, Optional.empty());
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
