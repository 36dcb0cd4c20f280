package dev.coffer.files.dataset;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.text.Text;
import dev.coffer.files.change.MetadataUpdate;
import dev.coffer.files.change.Value;
import dev.coffer.files.dataset.DataSetRequests.CreateDataSetsRequest;
import dev.coffer.files.dataset.DataSetRequests.UpdateDataSetsRequest;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.MetadataRules;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The limits of data sets (cdf-files.md section 7). */
final class DataSetRules {
    static final int MOST_CREATED = 10;
    static final int MOST_UPDATED = 1000;
    static final int NAME = 50;
    static final int DESCRIPTION = 500;

    private DataSetRules() {}

    /**
     * Passes good items on.
     *
     * @throws ServiceException 400 naming the field; 409 if an externalId comes twice
     */
    static List<CreateDataSetsRequest.Item> create(List<CreateDataSetsRequest.Item> items) {
        count(items, MOST_CREATED);
        for (int i = 0; i < items.size(); i++) {
            String field = "items[" + i + "].";
            CreateDataSetsRequest.Item item = items.get(i);
            Text.check(field + "externalId", item.externalId(), FieldLimits.EXTERNAL_ID);
            text(field + "name", item.name(), NAME);
            text(field + "description", item.description(), DESCRIPTION);
            MetadataRules.check(field + "metadata", item.metadata());
            writeProtected(field + "writeProtected", item.writeProtected());
        }
        unique(items.stream().map(CreateDataSetsRequest.Item::externalId));
        return items;
    }

    /**
     * Passes good items on.
     *
     * @throws ServiceException 400 naming the field; 409 if one, or an externalId, comes twice
     */
    static List<UpdateDataSetsRequest.Item> update(List<UpdateDataSetsRequest.Item> items) {
        count(items, MOST_UPDATED);
        List<EitherId> names = items.stream().map(UpdateDataSetsRequest.Item::identifier).toList();
        EitherId.check("items", names, MOST_UPDATED);
        DataSetLookup.refuseTwice(names);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).update() == null) {
                throw invalidBody("items[" + i + "].update", "is required");
            }
            update("items[" + i + "].update.", items.get(i).update());
        }
        unique(items.stream().map(item -> Value.set(item.update().externalId())));
        return items;
    }

    private static void update(String field, UpdateDataSetsRequest.Update update) {
        Value.check(field + "externalId", update.externalId());
        Text.check(field + "externalId.set", Value.set(update.externalId()), FieldLimits.EXTERNAL_ID);
        Value.check(field + "name", update.name());
        text(field + "name.set", Value.set(update.name()), NAME);
        Value.check(field + "description", update.description());
        text(field + "description.set", Value.set(update.description()), DESCRIPTION);
        MetadataUpdate.check(field + "metadata", update.metadata());
        Value.check(field + "writeProtected", update.writeProtected());
        writeProtected(field + "writeProtected.set", Value.set(update.writeProtected()));
    }

    private static void count(@Nullable List<?> items, int most) {
        if (items == null || items.size() > most || items.contains(null)) {
            throw invalidBody("items", "must be a list of at most " + most + " data sets");
        }
    }

    private static void unique(Stream<@Nullable String> externalIds) {
        DataSetLookup.refuseTwice(
                externalIds.filter(Objects::nonNull).map(externalId -> new EitherId(null, externalId)).toList());
    }

    private static void text(String field, @Nullable String value, int most) {
        if (value != null && value.isEmpty()) {
            throw invalidBody(field, "must have 1 to " + most + " characters, or be absent");
        }
        Text.check(field, value, most);
    }

    /** A protection that is not enforced would be a security bug. */
    private static void writeProtected(String field, @Nullable Boolean value) {
        if (Boolean.TRUE.equals(value)) {
            throw invalidBody(field, "is not supported: it must be false or absent");
        }
    }
}
