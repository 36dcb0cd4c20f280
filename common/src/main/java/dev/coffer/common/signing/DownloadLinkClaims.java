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
 * The right to read one content for a while, as it travels in a download link. The life is that of the start:
 * a running download is not cut.
 *
 * @param ref the reference whose content is given
 * @param owner {@link #mark} of the owner of the reference: without it, or with another, the link is invalid
 * @param expiresEpochSecond the first second in which the link is invalid
 * @param contentType what the download answers as Content-Type
 * @param disposition what the download answers as Content-Disposition
 * @param tenant what tells the tenant apart from others, to services only; null in links from before there was one
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

    /** Tells owners apart without naming them: a link is seen by whoever it is given to. */
    public static String mark(Owner owner) {
        byte[] digest = DigestUtils.sha256(owner.tenant() + "\n" + owner.key());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, MARK_BYTES));
    }

    /** On whose account requests by this link are. */
    public String account() {
        return tenant == null ? ref.toString() : tenant;
    }

    public boolean expired(Instant now) {
        return now.getEpochSecond() >= expiresEpochSecond;
    }
}
