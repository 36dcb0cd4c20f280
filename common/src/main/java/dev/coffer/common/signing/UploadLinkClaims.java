package dev.coffer.common.signing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signed claims of an upload link, which permits its bearer to upload.
 *
 * @param upload the open upload
 * @param expiresEpochSecond the first second in which the link is invalid
 * @param part the part that may be uploaded, from 1 on; if absent, all of the content
 * @param tenant as in {@link DownloadLinkClaims}
 */
public record UploadLinkClaims(
        @JsonProperty("u") UUID upload,
        @JsonProperty("e") long expiresEpochSecond,
        @JsonProperty("p") @Nullable Integer part,
        @JsonProperty("n") @Nullable String tenant) {

    /** What such a token is signed for. */
    public static final String PURPOSE = "upload";

    /** The tenant to which requests by this link are counted; in old links, which name none, the upload. */
    public String account() {
        return tenant == null ? upload.toString() : tenant;
    }

    public boolean expired(Instant now) {
        return now.getEpochSecond() >= expiresEpochSecond;
    }
}
