package dev.coffer.common.caller;

/** What authorizes a request. */
public enum RequestOrigin {
    /** Nothing: the operation is open to all. */
    ANYBODY,
    /** A signed link. */
    LINK,
    /** The token of another service, which is responsible for its own callers. */
    SERVICE,
    /** The credentials of its caller. */
    CALLER
}
