package dev.coffer.asset.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.asset.AssetKey;
import java.util.UUID;

/**
 * The right to read the content of one asset, as it travels in a preview link.
 *
 * @param expiresEpochSecond the first second in which it is worthless
 */
record PreviewTicket(
        @JsonProperty("t") String tenant,
        @JsonProperty("o") String owner,
        @JsonProperty("i") UUID id,
        @JsonProperty("e") long expiresEpochSecond) {

    AssetKey key() {
        return new AssetKey(tenant, owner, id);
    }
}
