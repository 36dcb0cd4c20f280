package dev.coffer.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP response. Header names are case-insensitive. */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
    private static final int SHOWN = 2000;

    public static Answer of(Response response) {
        Map<String, List<String>> headers = caseInsensitive();
        response.headers().forEach(
                header -> headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue()));
        return new Answer(response.statusCode(), headers, response.asByteArray());
    }

    public static Answer of(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = caseInsensitive();
        headers.putAll(response.headers().map());
        return new Answer(response.statusCode(), headers, response.body());
    }

    static Map<String, List<String>> caseInsensitive() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    /** The first header of that name, if there is one. */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.getFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonPath json() {
        return JsonPath.from(text());
    }

    /** Asserts the status; returns this response. */
    public Answer expect(int expected) {
        assertThat(status).as(() -> "status of: " + shown()).isEqualTo(expected);
        return this;
    }

    private String shown() {
        String text = text();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
