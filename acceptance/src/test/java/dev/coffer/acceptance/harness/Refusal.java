package dev.coffer.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;

/** Assertions on the error responses of the three APIs. */
public final class Refusal {
    private Refusal() {}

    public static void assertComfy(Response answer, int status, String code) {
        assertComfy(Answer.of(answer), status, code);
    }

    /** Flat for cloud clients, nested for open-source ones. */
    public static void assertComfy(Answer answer, int status, String code) {
        JsonPath body = json(answer, status);
        assertThat(body.getString("code")).isEqualTo(code);
        assertThat(body.getString("message")).isNotBlank();
        assertThat(body.getString("error.code")).isEqualTo(code);
        assertThat(body.getString("error.message")).isEqualTo(body.getString("message"));
        assertThat(body.getMap("error.details")).isNotNull();
    }

    public static void assertText(Response answer, int status) {
        assertText(Answer.of(answer), status);
    }

    /** The user data API: a sentence. */
    public static void assertText(Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).startsWithIgnoringCase("text/plain");
        assertThat(answer.text()).isNotBlank().doesNotContain("<html", "{\"", "Exception");
        assertThat(answer.header("x-request-id")).isNotBlank();
    }

    public static JsonPath assertCdf(Response answer, int status) {
        return assertCdf(Answer.of(answer), status);
    }

    /** The CDF API. Returns the body, for what stands beside the message. */
    public static JsonPath assertCdf(Answer answer, int status) {
        JsonPath body = json(answer, status);
        assertThat(body.getInt("error.code")).isEqualTo(status);
        assertThat(body.getString("error.message")).isNotBlank();
        for (String member : List.of("error.missing", "error.duplicated")) {
            List<?> values = body.getList(member);
            assertThat(values == null || !values.isEmpty()).as(member + " is absent or not empty").isTrue();
        }
        return body;
    }

    private static JsonPath json(Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("x-request-id")).isNotBlank();
        return answer.json();
    }
}
