package dev.coffer.acceptance.refusal;

import java.util.List;

/** Bodies that are not JSON, or JSON of an unexpected type. */
final class BadJson {
    private BadJson() {}

    /** No JSON at all. */
    static List<String> malformed() {
        return List.of(
                "", "{", "}", "{\"name\":", "{\"name\":\"x\"", "{'name':'x'}", "{name:1}", "{\"name\":\"x\"} trailing",
                "{\"name\":\"x\",}", "nul", "\"", "{\"name\":\"\\ud8\"}", "{\"name\":\"\\x\"}", "\u0000",
                "{\"name\":01}");
    }

    /** JSON, but no object. */
    static List<String> noObjects() {
        return List.of("null", "[]", "5", "true", "\"text\"", "[{\"name\":\"x\"}]");
    }

    /** Values that no text field takes: other types, NUL, lone surrogates. */
    static List<String> badTexts() {
        return List.of("5", "true", "{}", "[]", "[\"x\"]", "\"a\\u0000b\"", "\"\\ud83d\"", "\"\\udc00x\"",
                "\"x\\ud800\"");
    }
}
