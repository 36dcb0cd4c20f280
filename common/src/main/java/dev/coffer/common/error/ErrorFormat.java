package dev.coffer.common.error;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Objects;

/** A wire format in which an API reports errors. */
public interface ErrorFormat {

    /** The {@code Content-Type} of an answer. */
    String mediaType();

    /**
     * The body of an answer.
     *
     * @return a sentence, or what becomes a JSON object
     */
    Object body(int status, String code, String message, Map<String, Object> details);

    /** What the body looks like in the OpenAPI document. */
    ErrorShape shape();

    /** The status of an answer; an API may see an error as another class than the catalogue does. */
    default int status(ErrorCode code) {
        return code.status();
    }

    /** The body of an answer, as text. */
    default String render(ObjectMapper json, ErrorCode code, String message, Map<String, Object> details) {
        Object body = body(status(code), code.wireName(), message, details);
        return body instanceof String sentence ? sentence : json.valueToTree(body).toString();
    }

    /** Says which format a path of a service uses; each service has one such bean. */
    interface ByPath {
        /** @param path the raw path of the request, starting with a slash */
        ErrorFormat of(String path);

        /** A target that is no path is taken for the root. */
        default ErrorFormat of(HttpServerRequest request) {
            return of(Objects.requireNonNullElse(request.path(), "/"));
        }
    }
}
