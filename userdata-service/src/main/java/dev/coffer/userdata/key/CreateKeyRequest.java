package dev.coffer.userdata.key;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The request to create an API key.
 *
 * @param name what the key is for
 * @param workspace a team workspace of the creator, or the creator's own; absent: the one of the request
 * @param scopes roles of the creator that the key gets; absent: all of them
 * @param expiresAt RFC 3339, in the future; absent: the key lives as long as keys may
 * @param expiresIn the same in seconds from now; only one of both
 */
record CreateKeyRequest(
        @Schema(required = true, maxLength = 200) @Nullable String name,
        @Nullable String workspace,
        @Nullable List<@Nullable String> scopes,
        @Schema(format = "date-time") @JsonProperty("expires_at") @Nullable String expiresAt,
        @Schema(minimum = "1", maximum = CreateKeyRequest.MAX_SECONDS) @JsonProperty("expires_in")
        @Nullable Long expiresIn) {
    static final String MAX_SECONDS = "3155760000";
    private static final int MAX_NAME = 200;
    private static final int MAX_YEAR = 9999;

    /**
     * The validated request.
     *
     * @throws ServiceException 400, or {@code FORBIDDEN}, 403, for a scope that the creator does not have
     */
    NewKey checked(Caller creator, KeyLife life) {
        return new NewKey(checkedName(), checkedScopes(creator), checkedEnd(life));
    }

    private Collection<String> checkedScopes(Caller creator) {
        if (scopes == null) {
            return creator.roles();
        }
        if (scopes.stream().anyMatch(Objects::isNull)) {
            throw ServiceException.invalidBody("scopes", "must be names of roles");
        }
        if (!creator.roles().containsAll(scopes)) {
            throw new ServiceException(ErrorCode.FORBIDDEN, "scopes must be among your own roles.");
        }
        return new LinkedHashSet<>(scopes);
    }

    private String checkedName() {
        if (name == null || name.isBlank()) {
            throw ServiceException.invalidBody("name", "must not be empty");
        }
        return Text.check("name", name, MAX_NAME);
    }

    /** The end of the key's life, if it has one. */
    private @Nullable Instant checkedEnd(KeyLife life) {
        if (expiresIn == null) {
            return life.checked("expires_at", expiresAt == null ? null : parse(expiresAt));
        }
        if (expiresAt != null) {
            throw ServiceException.invalidBody("expires_in", "must not come together with expires_at");
        }
        if (expiresIn < 1 || expiresIn > Long.parseLong(MAX_SECONDS)) {
            throw ServiceException.invalidBody("expires_in", "must be from 1 to " + MAX_SECONDS + " seconds");
        }
        return life.after("expires_in", Duration.ofSeconds(expiresIn));
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
