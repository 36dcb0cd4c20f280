package dev.coffer.asset.intake;

import dev.coffer.asset.image.ImageFacts;
import dev.coffer.common.blobclient.StoredBlob;
import java.util.Optional;
import java.util.UUID;

/**
 * Content that blob-service holds under a reference which no row has yet.
 *
 * @param image what was seen of it on its way; empty if it is no image, or did not come this way
 * @param mediaType what its first bytes told on its way; empty if they told nothing, or it did not come this way
 */
public record NewContent(UUID ref, StoredBlob blob, Optional<ImageFacts> image, Optional<String> mediaType) {

    /** Content that was there already. */
    public NewContent(UUID ref, StoredBlob blob) {
        this(ref, blob, Optional.empty(), Optional.empty());
    }
}
