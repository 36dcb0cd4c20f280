package dev.coffer.asset.v1;

import dev.coffer.asset.AssetIds;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.form.TagFields;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.name.AssetName;
import dev.coffer.asset.name.Hashes;
import dev.coffer.asset.name.MimeType;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an upload beside the file, in any order (comfy.md section 2.2). Each is checked
 * when it arrives; an empty one counts as not there.
 */
final class UploadForm {
    private final UserMetadata metadataRules;
    private final TagFields tags;
    private @Nullable String name;
    private Map<String, Object> userMetadata = Map.of();
    private @Nullable UUID id;
    private @Nullable String mimeType;
    private @Nullable UUID previewId;
    private @Nullable UUID jobId;
    private @Nullable String hash;
    private boolean isPublic;
    private boolean fileHasBegun;

    UploadForm(JsonReader json, UserMetadata metadataRules) {
        this.tags = new TagFields(json);
        this.metadataRules = metadataRules;
    }

    /**
     * Takes a field; an unknown one is ignored.
     *
     * @throws ServiceException 400 if its value is wrong
     */
    void put(String field, String value) {
        if (value.isBlank()) {
            return;
        }
        switch (field) {
            case "tags" -> tags.add(value.strip());
            case "name" -> name = AssetName.ofPath(field, value);
            case UserMetadata.FIELD -> userMetadata = checked(metadataRules.parse(value));
            case "id" -> id = AssetIds.inBody(field, value.strip());
            case "mime_type" -> mimeType = MimeType.checked(field, value.strip());
            case "preview_id" -> previewId = AssetIds.inBody(field, value.strip());
            case "job_id" -> jobId = AssetIds.inBody(field, value.strip());
            case "hash" -> hash = hash(value);
            case "public" -> isPublic = publicity(field, value.strip());
            default -> {}
        }
    }

    private Map<String, Object> checked(Map<String, Object> object) {
        metadataRules.text(object);
        return object;
    }

    private static String hash(String value) {
        String hash = value.strip().toLowerCase(Locale.ROOT);
        if (!Hashes.isHash(hash)) {
            throw new ServiceException(AssetErrorCode.INVALID_HASH, "hash must be like 'blake3:<hex>'");
        }
        return hash;
    }

    /** Fields that decide about the owner have to come before the file, which is stored for that owner. */
    private boolean publicity(String field, String value) {
        if (fileHasBegun) {
            throw ServiceException.invalidBody(field, "must come before the file");
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ServiceException.invalidBody(field, "must be true or false");
        };
    }

    /** Whether the asset is to be public. */
    boolean isPublic() {
        return isPublic;
    }

    /** From here on it is settled whether the asset shall be public. */
    void fileBegins() {
        fileHasBegun = true;
    }

    /** The hash that the client expects or asks for, if it does. */
    @Nullable
    String hash() {
        return hash;
    }

    /** What the client wants, for a file of that name, if there is a file. */
    NewAsset wanted(@Nullable String fileName) {
        String called = AssetName.ofPath("name", fileName);
        Map<String, Object> metadata = new LinkedHashMap<>(userMetadata);
        if (called != null) {
            metadata.putIfAbsent(UserMetadata.FILENAME, called);
        }
        return NewAsset.of(tags.checked(), metadataRules.text(metadata))
                .id(id)
                .name(name == null ? called : name)
                .fileName(called)
                .mimeType(mimeType)
                .previewId(previewId)
                .jobId(jobId)
                .build();
    }
}
