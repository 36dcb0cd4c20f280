package dev.coffer.acceptance.house;

/** A text that counts accesses to its characters, and aborts a match after too many. */
final class CountedText implements CharSequence {
    private final String text;
    private final long allowed;
    private long steps;

    CountedText(String text, long allowed) {
        this.text = text;
        this.allowed = allowed;
    }

    @Override
    public char charAt(int index) {
        steps++;
        if (steps > allowed) {
            throw new TooManySteps();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** A match took too many steps. */
    static final class TooManySteps extends RuntimeException {
        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
