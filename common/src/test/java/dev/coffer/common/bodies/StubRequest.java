package dev.coffer.common.bodies;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;

/** A request that has nothing but a method and headers. */
public final class StubRequest {
    private StubRequest() {}

    /** Such a request. */
    public static HttpServerRequest of(HttpMethod method, MultiMap headers) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                HttpServerRequest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "method" -> method;
                    case "headers" -> headers;
                    case "getHeader" -> headers.get((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
