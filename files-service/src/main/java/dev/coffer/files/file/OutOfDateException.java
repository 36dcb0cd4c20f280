package dev.coffer.files.file;

/** Somebody else was faster: what was known when a transaction began is out of date. */
public final class OutOfDateException extends RuntimeException {
    public OutOfDateException() {
        super("out of date", null, false, false);
    }
}
