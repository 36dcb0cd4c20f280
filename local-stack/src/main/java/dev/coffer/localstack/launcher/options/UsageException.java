package dev.coffer.localstack.launcher.options;

/** Something that the person who called can put right; the message says how. */
public final class UsageException extends RuntimeException {
    /** With what to show to that person. */
    public UsageException(String message) {
        super(message);
    }
}
