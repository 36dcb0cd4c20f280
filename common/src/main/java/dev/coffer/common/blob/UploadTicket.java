package dev.coffer.common.blob;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * The right to upload, as it travels in an upload link.
 *
 * @param upload the open upload
 * @param expiresEpochSecond the first second in which the ticket is worthless
 */
public record UploadTicket(@JsonProperty("u") UUID upload, @JsonProperty("e") long expiresEpochSecond) {

    /** What such a token is signed for. */
    public static final String PURPOSE = "upload";

    public boolean expired(Instant now) {
        return now.getEpochSecond() >= expiresEpochSecond;
    }
}
