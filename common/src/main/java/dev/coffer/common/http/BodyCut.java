package dev.coffer.common.http;

import java.io.IOException;

/** The client did not send the whole body: it went away, or silent. Its fault, so never a 5xx. */
public final class BodyCut extends IOException {
    private final boolean silent;

    private BodyCut(String message, boolean silent, Throwable cause) {
        super(message, cause);
        this.silent = silent;
    }

    static BodyCut gone(Throwable cause) {
        return new BodyCut("The request body ended early.", false, cause);
    }

    static BodyCut silent(long seconds) {
        return new BodyCut("Nothing of the request body arrived for " + seconds + " s.", true, null);
    }

    /** Whether the client was still there, saying nothing: 408 instead of 400. */
    public boolean isSilent() {
        return silent;
    }
}
