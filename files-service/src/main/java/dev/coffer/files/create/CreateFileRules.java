package dev.coffer.files.create;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.Text;
import dev.coffer.files.file.FileIds;
import dev.coffer.files.file.Label;
import dev.coffer.files.file.Limits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The limits of the create body (cdf-files.md section 2). */
final class CreateFileRules {
    private CreateFileRules() {}

    /** Passes a good request on. @throws ServiceException 400 naming the field and what is allowed */
    static CreateFileRequest check(CreateFileRequest request) {
        if (request.name() == null) {
            throw invalidBody("name", "is required: a text of at most " + Limits.NAME + " characters");
        }
        Text.check("name", request.name(), Limits.NAME);
        Text.check("externalId", request.externalId(), Limits.EXTERNAL_ID);
        directory(Text.check("directory", request.directory(), Limits.DIRECTORY));
        Text.check("source", request.source(), Limits.SOURCE);
        Text.check("mimeType", request.mimeType(), Limits.MIME_TYPE);
        MetadataRules.check(request.metadata());
        assetIds(request.assetIds());
        id("dataSetId", request.dataSetId());
        time("sourceCreatedTime", request.sourceCreatedTime());
        time("sourceModifiedTime", request.sourceModifiedTime());
        securityCategories(request.securityCategories());
        labels(request.labels());
        GeoLocationRules.check(request.geoLocation());
        return request;
    }

    private static void directory(String directory) {
        if (directory != null && !directory.startsWith("/")) {
            throw invalidBody("directory", "must be an absolute path that starts with /");
        }
    }

    private static void assetIds(List<Long> ids) {
        if (ids == null) {
            return;
        }
        if (ids.isEmpty() || ids.size() > Limits.ASSET_IDS) {
            throw invalidBody("assetIds", "must have 1 to " + Limits.ASSET_IDS + " ids, or be absent");
        }
        for (int i = 0; i < ids.size(); i++) {
            String field = "assetIds[" + i + "]";
            if (ids.get(i) == null) {
                throw invalidBody(field, "must be an id");
            }
            id(field, ids.get(i));
        }
    }

    private static void id(String field, Long id) {
        if (id != null && (id < 1 || id > FileIds.MAX)) {
            throw invalidBody(field, "must be an id from 1 to " + FileIds.MAX);
        }
    }

    private static void time(String field, Long millis) {
        if (millis != null && millis < 0) {
            throw invalidBody(field, "must be milliseconds since 1970, 0 or more");
        }
    }

    // Storing an access restriction that nobody enforces would be a security bug.
    private static void securityCategories(List<Long> categories) {
        if (categories != null && !categories.isEmpty()) {
            throw invalidBody("securityCategories", "are not supported: the list must be empty or absent");
        }
    }

    private static void labels(List<Label> labels) {
        if (labels == null) {
            return;
        }
        if (labels.size() > Limits.LABELS) {
            throw invalidBody("labels", "must have at most " + Limits.LABELS + " labels");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            String field = "labels[" + i + "].externalId";
            if (labels.get(i) == null || labels.get(i).externalId() == null) {
                throw invalidBody(field, "is required");
            }
            if (!seen.add(Text.check(field, labels.get(i).externalId(), Limits.EXTERNAL_ID))) {
                throw invalidBody("labels", "must be unique");
            }
        }
    }
}
