package dev.coffer.localstack.component;

/** A component failed to start. The message names the component and the reason, for the user. */
public final class ComponentException extends RuntimeException {
    /** With the message for the user. */
    public ComponentException(String message) {
        super(message);
    }
}
