package dev.coffer.common.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Time-ordered identifiers: rows of one moment lie together (RFC 9562, UUIDv7). */
public final class Ids {
    private static final NoArgGenerator V7 = Generators.timeBasedEpochGenerator();

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    public static UUID next() {
        return V7.generate();
    }

    /** An id as clients send it: any UUID in canonical form and any case; empty for anything else, also for null. */
    public static Optional<UUID> parse(String text) {
        return text != null && CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
