package dev.coffer.localstack.component;

/** A component did not come up; the message names it and says why, in words for the person who started it. */
public final class ComponentException extends RuntimeException {
    /** With what to show to that person. */
    public ComponentException(String message) {
        super(message);
    }
}
