package dev.coffer.acceptance.load;

/** A request that was not answered as it had to be, or not at all. */
final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnexpectedAnswer(String message) {
        super(message);
    }
}
