package dev.coffer.common.signing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.common.identity.Owner;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The signed claims of a download link, which permits its bearer to read one content until it expires. A download that
 * has begun is not interrupted.
 *
 * @param ref the reference whose content is given
 * @param owner {@link #mark} of the owner of the reference: without it, or with another, the link is invalid
 * @param expiresEpochSecond the first second in which the link is invalid
 * @param contentType what the download answers as Content-Type
 * @param disposition what the download answers as Content-Disposition
 * @param tenant identifies the tenant, to services only; absent in links from older versions
 */
public record DownloadLinkClaims(
        @JsonProperty("r") UUID ref,
        @JsonProperty("o") String owner,
        @JsonProperty("e") long expiresEpochSecond,
        @JsonProperty("t") String contentType,
        @JsonProperty("d") String disposition,
        @JsonProperty("n") @Nullable String tenant) {

    /** What such a token is signed for. */
    public static final String PURPOSE = "download";

    private static final int MARK_BYTES = 16;

    /** Identifies an owner without its name, since links are given to others. */
    public static String mark(Owner owner) {
        byte[] digest = DigestUtils.sha256(owner.tenant() + "\n" + owner.key());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, MARK_BYTES));
    }

    /** The tenant to which requests by this link are counted; in old links, which name none, the reference. */
    public String account() {
        return tenant == null ? ref.toString() : tenant;
    }

    public boolean expired(Instant now) {
        return now.getEpochSecond() >= expiresEpochSecond;
    }
}
