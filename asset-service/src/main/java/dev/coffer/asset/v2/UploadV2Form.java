package dev.coffer.asset.v2;

import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.create.NewAsset.Reuse;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.form.TagFields;
import dev.coffer.asset.name.AssetName;
import dev.coffer.asset.name.Hashes;
import dev.coffer.asset.name.MimeType;
import dev.coffer.asset.name.Place;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.json.JsonReader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of an upload beside the file, before or after it. Each is checked when it arrives. */
final class UploadV2Form {
    private static final String NO_METADATA = "{}";

    private final TagFields tags;
    private @Nullable String contentType;
    private @Nullable String filePath;
    private @Nullable String expectedHash;
    private @Nullable Duration life;

    UploadV2Form(JsonReader json) {
        this.tags = new TagFields(json);
    }

    /** Takes a field; an unknown or an empty one is ignored, but not an end that an asset shall have. */
    void put(String field, String value) {
        if (value.isBlank() && !field.equals("expires_in")) {
            return;
        }
        switch (field) {
            case "content_type" -> contentType = MimeType.checked(field, value.strip());
            case "file_path" -> filePath = FilePath.checked(value.strip());
            case "expected_hash" -> expectedHash = hash(value);
            case "expires_in" -> life = Retention.parse(value.strip());
            case "tags" -> tags.add(value.strip());
            default -> {}
        }
    }

    private static String hash(String value) {
        String hash = value.strip().toLowerCase(Locale.ROOT);
        if (!Hashes.isBlake3(hash)) {
            throw new ServiceException(AssetErrorCode.INVALID_HASH, "expected_hash must be like 'blake3:<hex>'");
        }
        return hash;
    }

    /**
     * What the client wants of this content.
     *
     * @param idempotencyKey of the request, if it has one
     * @throws ServiceException if a field is missing or the hash is another
     */
    NewAsset wanted(StoredBlob content, @Nullable String idempotencyKey) {
        required("content_type", contentType);
        required("file_path", filePath);
        if (expectedHash != null && !expectedHash.equals(content.hash())) {
            throw new ServiceException(AssetErrorCode.HASH_MISMATCH,
                    "The file does not have the hash in expected_hash.");
        }
        return at(filePath, tags.checked())
                .fileName(AssetName.ofPath("file_path", filePath))
                .mimeType(contentType)
                .life(life)
                .reuse(Reuse.NEVER)
                .idempotencyKey(idempotencyKey)
                .build();
    }

    /**
     * An asset with these labels whose file lies there.
     *
     * @param filePath where the file is to lie; if absent, it does not matter
     */
    static NewAsset.Builder at(@Nullable String filePath, List<String> tags) {
        return NewAsset.of(tags, NO_METADATA)
                .name(AssetName.ofPath("file_path", filePath))
                .filePath(filePath)
                .place(filePath == null ? null : Place.ofPath(filePath, tags));
    }

    private static void required(String field, @Nullable String value) {
        if (value == null) {
            throw ServiceException.invalidBody(field, "is required");
        }
    }
}
