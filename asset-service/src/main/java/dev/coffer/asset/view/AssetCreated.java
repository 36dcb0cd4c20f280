package dev.coffer.asset.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to an upload and to from-hash.
 *
 * @param asset the new asset, or the one that has these bytes already
 * @param createdNew whether it is new
 */
@Schema(name = "AssetCreated")
public record AssetCreated(
        @JsonUnwrapped AssetView asset,
        @JsonProperty("created_new")
        @Schema(name = "created_new", required = true,
                description = "Whether this asset is new (true) or was there already (false)") boolean createdNew) {}
