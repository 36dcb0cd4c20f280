package dev.coffer.files.change;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.MetadataRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of metadata: everything anew, or some pairs. Keys are removed before pairs are added, so a pair that is in
 * both stays.
 *
 * @param set replaces all pairs; empty clears them
 * @param add replaces pairs with the same key
 * @param remove keys; unknown ones do not matter
 */
@Schema(name = "MetadataUpdate")
public record MetadataUpdate(
        @Schema(maxProperties = FieldLimits.METADATA_PAIRS) @Nullable Map<String, String> set,
        @Schema(maxProperties = FieldLimits.METADATA_PAIRS) @Nullable Map<String, String> add,
        @Schema(maxItems = FieldLimits.METADATA_PAIRS) @Nullable List<String> remove) {

    /** @throws ServiceException 400 if a part is wrong by itself */
    public static void check(String field, @Nullable MetadataUpdate change) {
        if (change == null) {
            return;
        }
        PartialChange.check(field, change.set(), change.add(), change.remove());
        MetadataRules.check(field + ".set", change.set());
        MetadataRules.check(field + ".add", change.add());
        if (change.remove() != null && change.remove().size() > FieldLimits.METADATA_PAIRS) {
            throw invalidBody(field + ".remove", "must have at most " + FieldLimits.METADATA_PAIRS + " keys");
        }
        if (change.remove() != null && change.remove().stream().anyMatch(Objects::isNull)) {
            throw invalidBody(field + ".remove", "must be a list of keys");
        }
    }

    /**
     * What the pairs are after the change.
     *
     * @throws ServiceException 400 if they are too many then
     */
    public static @Nullable Map<String, String> of(String field, @Nullable MetadataUpdate change,
            @Nullable Map<String, String> current) {
        if (change == null) {
            return current;
        }
        if (change.set() != null) {
            return change.set();
        }
        Map<String, String> pairs = new HashMap<>(current == null ? Map.of() : current);
        if (change.remove() != null) {
            change.remove().forEach(pairs::remove);
        }
        if (change.add() != null) {
            pairs.putAll(change.add());
        }
        return MetadataRules.check(field, pairs);
    }
}
