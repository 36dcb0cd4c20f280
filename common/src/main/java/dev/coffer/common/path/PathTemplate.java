package dev.coffer.common.path;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A path of an OpenAPI document.
 *
 * @param text such as {@code /api/assets/{id}/content}
 * @param numbers the names of parameters that are integers: nothing else than digits stands for them
 * @param methods what it allows, {@code HEAD} wherever there is {@code GET}
 */
public record PathTemplate(String text, Set<String> numbers, SortedSet<String> methods) {
    private static final int MOST = 32;

    public PathTemplate {
        methods = new TreeSet<>(methods);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
    }

    /** How many characters it fixes: the more, the better it says what a path is. */
    int literals() {
        return segments(text).stream().filter(segment -> !isParameter(segment)).mapToInt(String::length).sum();
    }

    /**
     * Whether a path is of this form.
     *
     * @param given its {@link #segments}
     */
    boolean matches(List<String> given) {
        List<String> wanted = segments(text);
        if (wanted.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!matches(wanted.get(i), given.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(String wanted, String given) {
        if (!isParameter(wanted)) {
            return wanted.equals(given);
        }
        boolean number = numbers.contains(wanted.substring(1, wanted.length() - 1));
        return !given.isEmpty() && (!number || isNumber(given));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isNumber(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * The segments of a path, percent-encoded and normalised; a slash at its end makes no difference. More than any
     * template has are not told apart: a path of many slashes costs no more than others.
     */
    static List<String> segments(String path) {
        String bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(bare.split("/", MOST));
    }
}
