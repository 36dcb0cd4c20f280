package dev.coffer.asset;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.time.Ids;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as clients send them: UUIDs in their canonical form, in any case (comfy.md section 2). */
public final class AssetIds {
    private AssetIds() {}

    /**
     * The id in a path.
     *
     * @throws ServiceException 404 if it can be no id: there is no such asset
     */
    public static UUID inPath(String text) {
        return Ids.parse(text).orElseThrow(() -> notFound(text));
    }

    /**
     * The id in a field of a body, if the field is given.
     *
     * @throws ServiceException 400 if it is none
     */
    public static @Nullable UUID inBody(String field, @Nullable String text) {
        return text == null
                ? null
                : Ids.parse(text).orElseThrow(() -> ServiceException.invalidBody(field, "must be a UUID"));
    }

    /** The same answer for an unknown, deleted, malformed or foreign id. */
    public static ServiceException notFound(Object id) {
        return new ServiceException(
                AssetErrorCode.ASSET_NOT_FOUND, "Asset " + id + " was not found.", Map.of("id", id.toString()));
    }
}
