package dev.coffer.files.field;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The limits of single fields (cdf-files.md section 2). Each rule passes on a good value, and an absent one; else it
 * throws a 400 that names the field and what is allowed.
 */
public final class FieldRules {
    private FieldRules() {}

    public static @Nullable String directory(String field, @Nullable String directory) {
        Text.check(field, directory, FieldLimits.DIRECTORY);
        if (directory != null && !directory.startsWith("/")) {
            throw invalidBody(field, "must be an absolute path that starts with /");
        }
        return directory;
    }

    public static @Nullable Long id(String field, @Nullable Long id) {
        if (id != null && (id < 1 || id > FileIds.MAX)) {
            throw invalidBody(field, "must be an id from 1 to " + FileIds.MAX);
        }
        return id;
    }

    public static @Nullable Long time(String field, @Nullable Long millis) {
        if (millis != null && millis < 0) {
            throw invalidBody(field, "must be milliseconds since 1970, 0 or more");
        }
        return millis;
    }

    /** Ids in a list whose length has been checked. */
    public static @Nullable List<Long> ids(String field, @Nullable List<Long> ids) {
        for (int i = 0; ids != null && i < ids.size(); i++) {
            if (ids.get(i) == null) {
                throw invalidBody(field + "[" + i + "]", "must be an id");
            }
            id(field + "[" + i + "]", ids.get(i));
        }
        return ids;
    }

    /** Storing an access restriction that is not enforced would be a security bug. */
    public static void securityCategories(String field, @Nullable List<Long> categories) {
        if (categories != null && !categories.isEmpty()) {
            throw invalidBody(field, "are not supported: the list must be empty or absent");
        }
    }

    public static @Nullable List<Label> labels(String field, @Nullable List<Label> labels) {
        if (labels != null && labels.size() > FieldLimits.LABELS) {
            throw invalidBody(field, "must have at most " + FieldLimits.LABELS + " labels");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; labels != null && i < labels.size(); i++) {
            if (!seen.add(label(field + "[" + i + "].externalId", labels.get(i)))) {
                throw invalidBody(field, "must be unique");
            }
        }
        return labels;
    }

    private static String label(String field, @Nullable Label label) {
        if (label == null || label.externalId() == null) {
            throw invalidBody(field, "is required");
        }
        return Text.check(field, label.externalId(), FieldLimits.EXTERNAL_ID);
    }
}
