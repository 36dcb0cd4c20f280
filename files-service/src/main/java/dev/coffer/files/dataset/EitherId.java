package dev.coffer.files.dataset;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.text.Text;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.FieldRules;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names a data set: exactly one of the two. */
@Schema(name = "DataSetIdentifier")
public record EitherId(
        @Schema(minimum = "1", maximum = FieldLimits.MAX_ID) @Nullable Long id,
        @Schema(maxLength = FieldLimits.EXTERNAL_ID) @Nullable String externalId) {
    /** What a filter with a list of them means. */
    public static final String ANY = "Any of them; an empty list limits nothing.";

    /**
     * Passes a good list on, and an absent one.
     *
     * @throws ServiceException 400 naming the item and what is allowed
     */
    public static <T extends @Nullable List<EitherId>> T check(String field, T items, int most) {
        if (items != null && items.size() > most) {
            throw invalidBody(field, "must be a list of at most " + most + " identifiers");
        }
        for (int i = 0; items != null && i < items.size(); i++) {
            check(field + "[" + i + "]", items.get(i));
        }
        return items;
    }

    private static void check(String field, @Nullable EitherId item) {
        if (item == null || (item.id() == null) == (item.externalId() == null)) {
            throw invalidBody(field, "must have exactly one of id and externalId");
        }
        FieldRules.id(field + ".id", item.id());
        Text.check(field + ".externalId", item.externalId(), FieldLimits.EXTERNAL_ID);
    }

    @Nullable
    String text() {
        return id == null ? externalId : id.toString();
    }
}
