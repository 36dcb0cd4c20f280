package dev.coffer.common.blob;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * The right to read one content for a while, as it travels in a download link. The life is that of the start:
 * a running download is not cut.
 *
 * @param ref the reference whose content is given
 * @param expiresEpochSecond the first second in which the ticket is worthless
 * @param contentType what the download answers as Content-Type
 * @param disposition what the download answers as Content-Disposition
 */
public record DownloadTicket(
        @JsonProperty("r") UUID ref,
        @JsonProperty("e") long expiresEpochSecond,
        @JsonProperty("t") String contentType,
        @JsonProperty("d") String disposition) {

    /** What such a token is signed for. */
    public static final String PURPOSE = "download";

    public boolean expired(Instant now) {
        return now.getEpochSecond() >= expiresEpochSecond;
    }
}
