package dev.coffer.files.identifier;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.FileIds;
import dev.coffer.files.file.InstanceId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which lists of identifiers are good (cdf-files.md sections 2 and 3.8). */
public final class IdentifierRules {
    private static final Pattern SPACE = Pattern.compile(FieldLimits.SPACE_PATTERN);

    private IdentifierRules() {}

    /**
     * Passes good items on.
     *
     * @param least 0, where nothing is asked of no items: the JS SDK sends an empty list where its user gives it one
     * @throws ServiceException 400 naming the item and what is allowed; 409 with {@code duplicated} if one comes
     *     twice, whether it exists or not
     */
    public static List<Identifier> check(@Nullable List<Identifier> items, int least, int most) {
        if (items == null || items.size() < least || items.size() > most) {
            throw invalidBody("items", "must be a list of " + least + " to " + most + " identifiers");
        }
        for (int i = 0; i < items.size(); i++) {
            check("items[" + i + "]", items.get(i));
        }
        unique(items);
        return items;
    }

    /** Checks one identifier on its own. */
    public static Identifier check(String field, @Nullable Identifier item) {
        if (item == null || named(item) != 1) {
            throw invalidBody(field, "must have exactly one of id, externalId and instanceId");
        }
        if (item.id() != null && (item.id() < 1 || item.id() > FileIds.MAX)) {
            throw invalidBody(field + ".id", "must be from 1 to " + FileIds.MAX);
        }
        Text.check(field + ".externalId", item.externalId(), FieldLimits.EXTERNAL_ID);
        if (item.instanceId() != null) {
            instance(field + ".instanceId", item.instanceId());
        }
        return item;
    }

    private static long named(Identifier item) {
        return Stream.of(item.id() != null, item.externalId() != null, item.instanceId() != null).filter(is -> is)
                .count();
    }

    private static void instance(String field, InstanceId id) {
        if (id.space() == null || !SPACE.matcher(id.space()).matches()) {
            throw invalidBody(field + ".space", "must match " + FieldLimits.SPACE_PATTERN);
        }
        if (id.externalId() == null) {
            throw invalidBody(field + ".externalId", "is required");
        }
        Text.check(field + ".externalId", id.externalId(), FieldLimits.EXTERNAL_ID);
    }

    /** @throws ServiceException 409 with {@code duplicated} */
    public static void unique(List<Identifier> items) {
        Set<Identifier> seen = new HashSet<>();
        List<Identifier> again = items.stream().filter(item -> !seen.add(item)).distinct().toList();
        if (!again.isEmpty()) {
            throw FileRefusals.duplicated(again);
        }
    }
}
