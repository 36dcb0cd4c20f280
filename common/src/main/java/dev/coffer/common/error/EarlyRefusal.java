package dev.coffer.common.error;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.tracing.RequestTraceFilter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Answers a request with an error in the format of the API before it reaches a resource, and so the mapper. */
@ApplicationScoped
public class EarlyRefusal {
    private final ErrorFormat.ByPath formats;
    private final ObjectMapper json;

    EarlyRefusal(ErrorFormat.ByPath formats, ObjectMapper json) {
        this.formats = formats;
        this.json = json;
    }

    /** @param message a sentence for the client: what is wrong, and what is allowed */
    public void send(RoutingContext request, ErrorCode code, String message) {
        ErrorFormat format = formats.of(request.request());
        RequestTraceFilter.assign(request);
        HttpServerResponse response = request.response();
        response.setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .end(format.render(json, code, message, Map.of()));
    }

    /** The same for a request whose end is unknown: nothing more is read from its connection. */
    public void sendAndClose(RoutingContext request, ErrorCode code, String message) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        request.addEndHandler(end -> request.request().connection().close());
        send(request, code, message);
    }
}
