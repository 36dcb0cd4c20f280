package dev.coffer.common.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Identifiers. New ones are time-ordered, so that rows of the same time lie together (RFC 9562, UUIDv7). */
public final class Ids {
    private static final NoArgGenerator V7 = Generators.timeBasedEpochGenerator();

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** A new one. */
    public static UUID next() {
        return V7.generate();
    }

    /**
     * An id as clients send it: a UUID of any version, since they may ask for what never existed, in canonical form and
     * any case. Empty for anything else.
     */
    public static Optional<UUID> parse(@Nullable String text) {
        return text != null && CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
