package dev.coffer.files.http;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Calls of the API as the tests make them. */
public final class Calls {
    public static final String FILES = "/api/v1/projects/alpha/files";

    private Calls() {}

    public static Response post(String path, String body) {
        return given().urlEncodingEnabled(false).contentType("application/json").body(body).post(path);
    }

    public static String ids(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
