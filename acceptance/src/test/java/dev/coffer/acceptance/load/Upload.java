package dev.coffer.acceptance.load;

import dev.coffer.acceptance.content.Payload;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Content that was confirmed.
 *
 * @param payload what was sent
 * @param reader  gets it back; throws {@link UnexpectedAnswer}
 */
record Upload(Payload payload, Supplier<byte[]> reader) {

    /** Whether exactly what was sent comes back. */
    boolean isThere() {
        return Arrays.equals(reader.get(), payload.bytes());
    }
}
