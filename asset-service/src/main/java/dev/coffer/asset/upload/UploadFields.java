package dev.coffer.asset.upload;

import dev.coffer.asset.AssetIds;
import dev.coffer.asset.file.FolderPath;
import dev.coffer.asset.name.Location;
import dev.coffer.asset.name.Place;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields beside the file of a classic upload; others are ignored (comfy.md sections 4.1 and 4.2). */
final class UploadFields {
    private static final Set<String> OVERWRITE = Set.of("true", "1");

    private Location type = Location.INPUT;
    private String subfolder = "";
    private boolean overwrite;
    private @Nullable String originalRef;
    private @Nullable UUID jobId;

    /**
     * Takes a field.
     *
     * @throws ServiceException 400 if its value is wrong
     */
    void put(String field, String value) {
        if (value.isBlank()) {
            return;
        }
        switch (field) {
            case "type" -> type = Location.of(value.strip())
                    .orElseThrow(() -> ServiceException.invalidBody(field, Location.ALLOWED));
            case "subfolder" -> subfolder = FolderPath.inside(value.strip(), ErrorCode.INVALID_PATH);
            case "overwrite" -> overwrite = OVERWRITE.contains(value.strip());
            case "job_id" -> jobId = AssetIds.inBody(field, value.strip());
            case "original_ref" -> originalRef = value;
            default -> {}
        }
    }

    /** Where the file is to lie. */
    Place place() {
        return new Place(type, subfolder);
    }

    /** Whether the file takes the name over from the one that has it; that asset stays. */
    boolean overwrite() {
        return overwrite;
    }

    /** The job that made the file, if one is named. */
    @Nullable
    UUID jobId() {
        return jobId;
    }

    /** JSON as text, if it is there. */
    @Nullable
    String originalRef() {
        return originalRef;
    }
}
