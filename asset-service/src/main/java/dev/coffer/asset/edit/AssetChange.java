package dev.coffer.asset.edit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A checked change of an asset; what is null stays as it is. */
record AssetChange(
        String name, List<String> tags, String mimeType, UUID previewId, Map<String, Object> userMetadata) {}
