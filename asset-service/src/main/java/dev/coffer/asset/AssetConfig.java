package dev.coffer.asset;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may decide about assets. */
@ConfigMapping(prefix = "coffer.assets")
public interface AssetConfig {
    /** {@link #expiryInterval()}, for a schedule. */
    String EXPIRY_INTERVAL = "${coffer.assets.expiry-interval}";

    /** Which behaviour to have where Comfy Cloud and the open-source server differ. */
    @WithDefault("cloud")
    Compat compat();

    /** Largest file of an upload; 413 above. */
    @WithDefault("50G")
    MemorySize maxUpload();

    /** Largest {@code user_metadata} of an asset, in bytes of the JSON that answers show. */
    @WithDefault("64K")
    MemorySize maxUserMetadata();

    /**
     * Metadata, tags and names of all assets on one page of a list: behind so many bytes it ends, and its cursor goes
     * on.
     */
    @WithDefault("2M")
    MemorySize maxPage();

    /** Whether content is answered by a redirect to the store where the request does not say. */
    @WithDefault("true")
    boolean redirect();

    /** How long a preview link works at least; it has to outlive the page that shows it. */
    @WithDefault("24h")
    Duration previewLife();

    /** How often expired assets are deleted; they are not visible in between. */
    @WithDefault("1s")
    Duration expiryInterval();

    /** The two dialects of the API (comfy.md section 6). */
    enum Compat {
        /** Equal bytes of one owner are one asset. */
        CLOUD,
        /**
         * Every upload and every from-hash makes an asset of its own; an upload names one destination among its tags,
         * chooses no id, and is believed a hash that comes before its file.
         */
        OSS
    }
}
