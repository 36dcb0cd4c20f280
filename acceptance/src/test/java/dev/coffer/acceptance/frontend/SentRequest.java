package dev.coffer.acceptance.frontend;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a browser sent.
 *
 * @param target path and query as they were written
 * @param headers by name, in any case
 */
record SentRequest(String method, String target, Map<String, List<String>> headers) {

    static SentRequest of(HttpExchange exchange) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        return new SentRequest(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers);
    }

    boolean is(String otherMethod, String start) {
        return method.equals(otherMethod) && target.startsWith(start);
    }

    /** The first header of that name; an empty text if there is none. */
    String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }
}
