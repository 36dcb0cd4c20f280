package dev.coffer.common.error;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The client did not send the whole body: it went away, or was too slow. Its fault, so never a 5xx. */
public final class TruncatedBodyException extends IOException {
    private final boolean silent;

    private TruncatedBodyException(String message, boolean silent, @Nullable Throwable cause) {
        super(message, cause);
        this.silent = silent;
    }

    public static TruncatedBodyException gone(@Nullable Throwable cause) {
        return new TruncatedBodyException("The request body ended early.", false, cause);
    }

    public static TruncatedBodyException slow() {
        return new TruncatedBodyException("The request body came too slowly.", true, null);
    }

    /** Whether the client was still there, saying nothing or too little: 408 instead of 400. */
    public boolean isSilent() {
        return silent;
    }
}
