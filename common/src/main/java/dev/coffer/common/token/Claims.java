package dev.coffer.common.token;

import dev.coffer.common.text.Text;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads claims of a token. A value of another type, or one that could not be stored as a name, is none. */
final class Claims {
    /** Of a subject, OpenID Connect Core, section 2; taken for all names. */
    private static final int MAX_LENGTH = 255;

    private Claims() {}

    /** A name. */
    static @Nullable String text(@Nullable Object claim) {
        String text = switch (claim) {
            case String plain -> plain;
            case JsonString json -> json.getString();
            case null, default -> null;
        };
        return text == null || !isName(text) ? null : text;
    }

    /** The names in an array, or the one that stands there alone. */
    static Set<String> texts(@Nullable Object claim) {
        if (claim instanceof Collection<?> values) {
            return values.stream().map(Claims::text).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
        }
        String single = text(claim);
        return single == null ? Set.of() : Set.of(single);
    }

    private static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= MAX_LENGTH
                && text.chars().noneMatch(Character::isISOControl)
                && Text.storable(text);
    }
}
