package dev.coffer.acceptance.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares two responses, ignoring the time, the request id and the name that the client sent. */
public final class SameAnswer {
    private static final List<String> ALWAYS_DIFFERENT = List.of("date", "x-request-id");

    private SameAnswer() {}

    /**
     * Asserts that the response about a resource of another owner is that about one that does not exist.
     *
     * @param foreignName what the client called the first, as it may be echoed
     * @param unknownName what the client called the second; as long as the first
     */
    static void assertSame(Response foreign, String foreignName, Response unknown, String unknownName) {
        assertThat(foreign.statusCode()).as("status of %s", foreign.asString()).isBetween(400, 499);
        assertSame(Answer.of(foreign), foreignName, Answer.of(unknown), unknownName);
    }

    /** The same for any answer; the parts of a name are separated by slashes, and may be echoed one by one. */
    public static void assertSame(Answer foreign, String foreignName, Answer unknown, String unknownName) {
        assertThat(foreign.status()).as("status of %s", foreign.text()).isEqualTo(unknown.status());
        assertThat(renamed(foreign.text(), foreignName.split("/"), unknownName.split("/"))).isEqualTo(unknown.text());
        assertThat(headers(foreign)).isEqualTo(headers(unknown));
    }

    private static String renamed(String text, String[] names, String[] others) {
        String renamed = text;
        for (int i = 0; i < names.length; i++) {
            renamed = renamed.replace(names[i], others[i]);
        }
        return renamed;
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        headers.keySet().removeIf(name -> ALWAYS_DIFFERENT.stream().anyMatch(name::equalsIgnoreCase));
        return headers;
    }
}
