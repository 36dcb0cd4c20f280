package dev.coffer.asset.create;

import dev.coffer.common.blob.StoredBlob;
import java.util.UUID;

/** Content that blob-service holds under a reference which no row has yet. */
public record NewContent(UUID ref, StoredBlob blob) {}
