package dev.coffer.asset.label;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules for tags (comfy.md section 1.3): labels, compared byte by byte, case kept. */
public final class Tags {
    /** Longest tag. */
    public static final int MAX_LENGTH = 512;
    /** Most tags of one asset, and in one filter. */
    public static final int MAX_COUNT = 100;
    /** Set by the system where the bytes are gone; clients may not set it. */
    public static final String MISSING = "missing";

    /** Where models lie. */
    public static final String MODELS = "models";
    /** Set by the system where new bytes came in by an upload to a folder. */
    public static final String UPLOADED = "uploaded";

    private static final String FIELD = "tags";
    private static final List<String> LOCATIONS = List.of("input", "output", "temp", MODELS);
    private static final Comparator<String> LOCATION_FIRST =
            Comparator.<String, Boolean>comparing(tag -> !LOCATIONS.contains(tag)).thenComparing(tag -> tag);

    private Tags() {}

    /** Trimmed, without blanks and repetitions, in the order given. */
    public static Set<String> normalised(Collection<String> tags) {
        return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).collect(Collectors.toCollection(
                LinkedHashSet::new));
    }

    /** The tags of a body as they are kept: normalised, and in the order that clients see. */
    public static List<String> of(Collection<String> tags) {
        if (tags.stream().anyMatch(tag -> tag == null)) {
            throw ServiceException.invalidBody(FIELD, "must be texts, not null");
        }
        Set<String> normalised = normalised(tags);
        if (normalised.size() > MAX_COUNT) {
            throw ServiceException.invalidBody(FIELD, "must be at most " + MAX_COUNT);
        }
        normalised.forEach(tag -> Text.check(FIELD, tag, MAX_LENGTH));
        return arranged(normalised);
    }

    /** The location first, because old clients take the first tag for it; then the rest by code point. */
    public static List<String> arranged(Collection<String> tags) {
        return tags.stream().sorted(LOCATION_FIRST).toList();
    }

    /** @param refusal the code for a reserved tag at this operation */
    public static void refuseReserved(Collection<String> tags, ErrorCode refusal) {
        if (tags.contains(MISSING)) {
            throw new ServiceException(refusal, "The tag '" + MISSING + "' is set by the system only.");
        }
    }
}
