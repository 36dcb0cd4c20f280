package dev.coffer.localstack.edge;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.UUID;

/** By what a request is found in the logs: the services keep what the edge hands on, and answer with it. */
final class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final int LONGEST = 128;
    private static final String SAFE = "-._:+/=@";

    private RequestId() {}

    /** The id of a request; it is given one if it has none, or one that the services would replace. */
    static String of(HttpServerRequest request) {
        List<String> given = request.headers().getAll(HEADER);
        if (given.size() == 1 && isSafe(given.getFirst())) {
            return given.getFirst();
        }
        String id = UUID.randomUUID().toString();
        request.headers().set(HEADER, id);
        return id;
    }

    private static boolean isSafe(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(RequestId::isSafe);
    }

    private static boolean isSafe(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || SAFE.indexOf(c) >= 0;
    }
}
