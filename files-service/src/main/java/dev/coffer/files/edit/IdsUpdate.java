package dev.coffer.files.edit;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.change.PartialChange;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.FieldRules;
import dev.coffer.files.field.InternalId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a list of ids: {@code set}, or {@code add} and {@code remove}. */
@Schema(name = "IdsUpdate")
record IdsUpdate(
        @Schema(type = SchemaType.ARRAY, implementation = InternalId.class, maxItems = FieldLimits.ASSET_IDS)
        @Nullable List<Long> set,
        @Schema(type = SchemaType.ARRAY, implementation = InternalId.class, maxItems = FieldLimits.ASSET_IDS)
        @Nullable List<Long> add,
        @Schema(type = SchemaType.ARRAY, implementation = InternalId.class, maxItems = FieldLimits.ASSET_IDS)
        @Nullable List<Long> remove) {

    /** @throws ServiceException 400 if a part is wrong by itself */
    static void check(String field, @Nullable IdsUpdate change) {
        if (change == null) {
            return;
        }
        PartialChange.check(field, change.set(), change.add(), change.remove());
        ids(field + ".set", change.set());
        ids(field + ".add", change.add());
        ids(field + ".remove", change.remove());
    }

    private static void ids(String field, @Nullable List<Long> ids) {
        if (ids != null && ids.size() > FieldLimits.ASSET_IDS) {
            throw invalidBody(field, "must have at most " + FieldLimits.ASSET_IDS + " ids");
        }
        FieldRules.ids(field, ids);
    }

    /** Security categories cannot be given; the list is empty, so removing changes nothing. */
    static void checkSecurityCategories(String field, @Nullable IdsUpdate change) {
        check(field, change);
        if (change != null) {
            FieldRules.securityCategories(field + ".set", change.set());
            FieldRules.securityCategories(field + ".add", change.add());
        }
    }

    /**
     * What the ids are after the change.
     *
     * @throws ServiceException 400 if they are too many then
     */
    static List<Long> of(String field, @Nullable IdsUpdate change, List<Long> current) {
        if (change == null) {
            return current;
        }
        List<Long> ids = ListChange.of(current, change.set(), change.add(), change.remove());
        if (ids.size() > FieldLimits.ASSET_IDS) {
            throw invalidBody(field, "must not have more than " + FieldLimits.ASSET_IDS + " ids after the change");
        }
        return ids;
    }
}
