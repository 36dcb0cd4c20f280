package dev.coffer.userdata.key;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The wish for an API key.
 *
 * @param name what the key is for
 * @param workspace a team workspace of the creator, or the creator's own; absent: the one of the request
 * @param expiresAt RFC 3339, in the future; absent: the key does not expire
 */
record CreateKeyRequest(
        @Schema(required = true, maxLength = 200) String name,
        String workspace,
        @Schema(format = "date-time") @JsonProperty("expires_at") String expiresAt) {
    private static final int MAX_NAME = 200;
    private static final int MAX_YEAR = 9999;

    String checkedName() {
        if (name == null || name.isBlank()) {
            throw ServiceException.invalidBody("name", "must not be empty");
        }
        return Text.check("name", name, MAX_NAME);
    }

    /** The end of the key's life, or null. */
    Instant checkedExpiry(Instant now) {
        if (expiresAt == null) {
            return null;
        }
        Instant end = parse(expiresAt);
        if (!end.isAfter(now)) {
            throw ServiceException.invalidBody("expires_at", "must be in the future");
        }
        return end;
    }

    private static Instant parse(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() <= MAX_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeParseException e) {
            throw notATime();
        }
        throw notATime();
    }

    private static ServiceException notATime() {
        return ServiceException.invalidBody("expires_at", "must be a time such as 2030-01-31T12:00:00Z");
    }
}
