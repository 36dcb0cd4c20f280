package dev.coffer.files.create;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.text.Text;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.FieldRules;
import dev.coffer.files.field.MetadataRules;
import dev.coffer.files.geo.GeoLocationRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of the create body (cdf-files.md section 2). */
final class CreateFileRules {
    private CreateFileRules() {}

    /**
     * Passes a good request on.
     *
     * @throws ServiceException 400 naming the field and what is allowed
     */
    static CreateFileRequest check(CreateFileRequest request) {
        if (request.name() == null || request.name().isEmpty()) {
            throw invalidBody("name", "is required: a text of 1 to " + FieldLimits.NAME + " characters");
        }
        Text.check("name", request.name(), FieldLimits.NAME);
        Text.check("externalId", request.externalId(), FieldLimits.EXTERNAL_ID);
        FieldRules.directory("directory", request.directory());
        Text.check("source", request.source(), FieldLimits.SOURCE);
        Text.check("mimeType", request.mimeType(), FieldLimits.MIME_TYPE);
        MetadataRules.check("metadata", request.metadata());
        assetIds(request.assetIds());
        FieldRules.id("dataSetId", request.dataSetId());
        FieldRules.time("sourceCreatedTime", request.sourceCreatedTime());
        FieldRules.time("sourceModifiedTime", request.sourceModifiedTime());
        FieldRules.securityCategories("securityCategories", request.securityCategories());
        FieldRules.labels("labels", request.labels());
        GeoLocationRules.check("geoLocation", request.geoLocation());
        return request;
    }

    private static void assetIds(@Nullable List<Long> ids) {
        if (ids != null && (ids.isEmpty() || ids.size() > FieldLimits.ASSET_IDS)) {
            throw invalidBody("assetIds", "must have 1 to " + FieldLimits.ASSET_IDS + " ids, or be absent");
        }
        FieldRules.ids("assetIds", ids);
    }
}
