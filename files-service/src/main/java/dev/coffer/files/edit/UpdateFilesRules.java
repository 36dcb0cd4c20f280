package dev.coffer.files.edit;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import dev.coffer.files.change.MetadataUpdate;
import dev.coffer.files.change.Value;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.FieldRules;
import dev.coffer.files.geo.GeoLocationRules;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.identifier.IdentifierRules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The limits of the update body, as far as they do not depend on the files (cdf-files.md section 3.11). */
final class UpdateFilesRules {
    private UpdateFilesRules() {}

    /**
     * Passes good items on.
     *
     * @throws ServiceException 400 naming the field and what is allowed; 409 with {@code duplicated} if a file is
     *     named twice, or two files shall get one externalId
     */
    static List<UpdateFilesRequest.Item> check(@Nullable List<UpdateFilesRequest.Item> items) {
        if (items == null || items.size() > UpdateFilesRequest.MOST || items.contains(null)) {
            throw invalidBody("items",
                    "must be a list of at most " + UpdateFilesRequest.MOST + " files with their updates");
        }
        IdentifierRules.check(items.stream().map(UpdateFilesRequest.Item::identifier).toList(), 0,
                UpdateFilesRequest.MOST);
        for (int i = 0; i < items.size(); i++) {
            check("items[" + i + "]", items.get(i));
        }
        IdentifierRules.unique(items.stream()
                .map(item -> item.update().externalId())
                .filter(Objects::nonNull)
                .map(Value.OfText::set)
                .filter(Objects::nonNull)
                .map(Identifier::ofExternalId)
                .toList());
        return items;
    }

    private static void check(String field, UpdateFilesRequest.Item item) {
        FileUpdate update = item.update();
        if (update == null) {
            throw invalidBody(field + ".update", "is required");
        }
        if (item.instanceId() != null && update.touchesTheDataModel()) {
            throw invalidBody(field + ".update", "can change only externalId, metadata, assetIds, dataSetId, labels and"
                    + " geoLocation of a file that is named by instanceId");
        }
        check(field + ".update.", update);
    }

    private static void check(String field, FileUpdate update) {
        Text.check(field + "externalId.set", set(field + "externalId", update.externalId()), FieldLimits.EXTERNAL_ID);
        FieldRules.directory(field + "directory.set", set(field + "directory", update.directory()));
        Text.check(field + "source.set", set(field + "source", update.source()), FieldLimits.SOURCE);
        Text.check(field + "mimeType.set", set(field + "mimeType", update.mimeType()), FieldLimits.MIME_TYPE);
        FieldRules.id(field + "dataSetId.set", set(field + "dataSetId", update.dataSetId()));
        FieldRules.time(field + "sourceCreatedTime.set", set(field + "sourceCreatedTime", update.sourceCreatedTime()));
        FieldRules.time(field + "sourceModifiedTime.set",
                set(field + "sourceModifiedTime", update.sourceModifiedTime()));
        MetadataUpdate.check(field + "metadata", update.metadata());
        IdsUpdate.check(field + "assetIds", update.assetIds());
        IdsUpdate.checkSecurityCategories(field + "securityCategories", update.securityCategories());
        LabelsUpdate.check(field + "labels", update.labels());
        GeoLocationRules.check(field + "geoLocation.set", set(field + "geoLocation", update.geoLocation()));
    }

    private static <T> @Nullable T set(String field, @Nullable Value<T> change) {
        Value.check(field, change);
        return Value.set(change);
    }
}
