package dev.coffer.asset.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.asset.AssetKey;
import java.util.UUID;

/**
 * The signed claims of a preview link, which permits its bearer to read the content of this asset.
 *
 * @param expiresEpochSecond the first second in which it is not valid any more
 */
record PreviewLinkClaims(
        @JsonProperty("t") String tenant,
        @JsonProperty("o") String owner,
        @JsonProperty("i") UUID id,
        @JsonProperty("e") long expiresEpochSecond) {

    AssetKey key() {
        return new AssetKey(tenant, owner, id);
    }
}
