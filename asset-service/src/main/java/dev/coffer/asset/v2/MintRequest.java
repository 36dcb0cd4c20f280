package dev.coffer.asset.v2;

import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.name.AssetName;
import dev.coffer.asset.name.Place;
import java.time.Duration;
import java.util.List;

/**
 * What a client wants a new asset to be, checked.
 *
 * @param filePath null if it does not say
 * @param contentType null if it does not say
 * @param life null: for ever
 */
record MintRequest(String filePath, String contentType, List<String> tags, Duration life) {
    private static final String NO_METADATA = "{}";

    /** The same for version 1. @param uploaded whether bytes come with it */
    NewAsset wanted(boolean uploaded) {
        String name = AssetName.ofPath("file_path", filePath);
        return new NewAsset(null, name, uploaded ? name : null, tags, contentType, null, null, NO_METADATA,
                filePath == null ? null : Place.ofPath(filePath, tags));
    }
}
