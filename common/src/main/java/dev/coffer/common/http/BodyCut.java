package dev.coffer.common.http;

import java.io.IOException;

/** The client did not send the whole body: it went away, or was too slow. Its fault, so never a 5xx. */
public final class BodyCut extends IOException {
    private final boolean silent;

    private BodyCut(String message, boolean silent, Throwable cause) {
        super(message, cause);
        this.silent = silent;
    }

    static BodyCut gone(Throwable cause) {
        return new BodyCut("The request body ended early.", false, cause);
    }

    static BodyCut slow() {
        return new BodyCut("The request body came too slowly.", true, null);
    }

    /** Whether the client was still there, saying nothing or too little: 408 instead of 400. */
    public boolean isSilent() {
        return silent;
    }
}
