package dev.coffer.acceptance.every;

import java.util.List;

/** Bad values. Some of them are legal for some parameters; there they must be accepted, and cause no error anywhere. */
final class BadValues {
    private static final String LONG = "x".repeat(6000);

    private BadValues() {}

    /** Values of query parameters and headers, percent-encoded. */
    static List<String> inQueries() {
        return List.of(
                "", "%00", "a%00b", "%ED%A0%80", "%ff", "%F0%9F%92%A9", "-1", "0", "1.5", "1e400", "NaN",
                "99999999999999999999999999", "-9223372036854775809", "true", "nope", "%5B%5D", "%7B%7D",
                "%7B%22a%22%3A",
                "null", "'%3B--", "%25_%5C", ",,,", "..%2F..", "%E2%80%AE", LONG);
    }

    /** JSON values of the wrong type, out of range, or with characters that no text may contain. */
    static List<String> inJson() {
        return List.of(
                "null", "true", "5", "-1", "0.5", "1e400", "99999999999999999999999999", "\"\"", "\" \"",
                "\"a\\u0000b\"",
                "\"\\ud83d\"", "\"\\udc00x\"", "\"%\"", "\"" + LONG + "\"", "[]", "[null]", "[[]]", "[\"\"]", "[5]",
                "{}",
                "{\"\":null}", "{\"a\":{\"b\":[]}}", nested(200));
    }

    /** Bodies that are no JSON object. */
    static List<String> bodies() {
        return List.of(
                "", "{", "}", "{\"name\":", "{'name':'x'}", "{\"name\":\"x\"} trailing", "nul", "\"", "\u0000",
                "{\"name\":01}", "null", "[]", "5", "true", "\"text\"", "{}", nested(5000), "[".repeat(100_000));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
