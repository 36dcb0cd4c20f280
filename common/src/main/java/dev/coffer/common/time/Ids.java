package dev.coffer.common.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Time-ordered identifiers: rows of one moment lie together (RFC 9562, UUIDv7). */
public final class Ids {
    private static final NoArgGenerator V7 = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return V7.generate();
    }
}
