package dev.coffer.common.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths that clients write, below a root that they must not leave. */
public final class RelativePath {
    /** Between the steps of a path in a URL. */
    public static final Pattern SLASH = Pattern.compile("/");
    /** Between the steps of a path that may come from Windows. */
    public static final Pattern ANY_SLASH = Pattern.compile("[/\\\\]");

    private RelativePath() {}

    /**
     * The steps of a path, without {@code .}, {@code ..} and empty ones; empty if the path is absolute or leaves its
     * root.
     */
    public static Optional<List<String>> steps(String path, Pattern separator) {
        if (separator.matcher(path).lookingAt()) {
            return Optional.empty();
        }
        Deque<String> steps = new ArrayDeque<>();
        for (String step : separator.split(path)) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return Optional.of(List.copyOf(steps));
    }
}
