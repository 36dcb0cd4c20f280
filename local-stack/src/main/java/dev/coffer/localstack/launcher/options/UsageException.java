package dev.coffer.localstack.launcher.options;

/** An error that the user can correct; the message says how. */
public final class UsageException extends RuntimeException {
    /** With the message for the user. */
    public UsageException(String message) {
        super(message);
    }
}
