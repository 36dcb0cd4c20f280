package dev.coffer.common.caller;

/** On whose word a request is served. */
public enum RequestOrigin {
    /** On nobody's: the operation is open to all. */
    ANYBODY,
    /** On that of whoever made a signed link. */
    LINK,
    /** On that of another service, which answers for its own callers. */
    SERVICE,
    /** On that of its caller. */
    CALLER
}
