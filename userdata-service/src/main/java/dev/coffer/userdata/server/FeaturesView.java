package dev.coffer.userdata.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The features of this server, as the front end names them.
 *
 * @param assets whether the assets API is there
 * @param deletion whether assets can be deleted, inputs too
 * @param maxUploadSize in bytes
 * @param previews whether previews of running jobs carry metadata: there are no jobs here
 * @param webSession whether a cookie alone is enough for the whole API: never
 */
@Schema(name = "Features")
record FeaturesView(
        boolean assets,
        @JsonProperty("asset_deletion_enabled") boolean deletion,
        @JsonProperty("max_upload_size") long maxUploadSize,
        @JsonProperty("supports_preview_metadata") boolean previews,
        @JsonProperty("unified_web_session") boolean webSession) {}
