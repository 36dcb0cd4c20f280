package dev.coffer.common.caller;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a credential that Coffer gives out: {@code <prefix><id>_<secret>}. What has another form is none of ours,
 * and nobody has to be asked about it.
 *
 * @param id of the row that says what the credential stands for
 * @param secret 256 bits in base64url
 */
public record CredentialForm(UUID id, String secret) {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([A-Za-z0-9_-]{43})");

    /** Reads a credential of this kind; empty if it has another form. */
    public static Optional<CredentialForm> parse(String prefix, String text) {
        if (!text.startsWith(prefix)) {
            return Optional.empty();
        }
        Matcher match = FORM.matcher(text.substring(prefix.length()));
        return match.matches()
                ? Optional.of(new CredentialForm(UUID.fromString(match.group(1)), match.group(2)))
                : Optional.empty();
    }
}
