package dev.coffer.files.file;

/** A concurrent change was committed first: what was read before the transaction is out of date. */
public final class OutOfDateException extends RuntimeException {
    public OutOfDateException() {
        super("out of date", null, false, false);
    }
}
