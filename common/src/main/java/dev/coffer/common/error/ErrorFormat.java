package dev.coffer.common.error;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The wire formats in which the APIs report errors. */
public enum ErrorFormat {
    /** Flat and nested at once: Cloud clients read the first, open-source ones the second (comfy.md 0.4). */
    COMFY(MediaType.APPLICATION_JSON) {
        @Override
        Object body(int status, String code, String message, Map<String, Object> details) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("code", code);
            body.put("message", message);
            if (!details.isEmpty()) {
                body.put("details", details);
            }
            body.put("error", Map.of("code", code, "message", message, "details", details));
            return body;
        }
    },

    /**
     * {@code {"error":{code,message,details}}} with codes in lower case: the second version of the assets API. What
     * does not fit its rules is 422 there, and content that is not as promised a conflict (comfy.md section 3).
     */
    COMFY_V2(MediaType.APPLICATION_JSON) {
        @Override
        int status(ErrorCode code) {
            return switch (code.wireName()) {
                case "HASH_MISMATCH" -> 409;
                case "INVALID_BODY", "INVALID_HASH", "MISSING_FILE", "EMPTY_UPLOAD" -> 422;
                default -> code.status();
            };
        }

        @Override
        Object body(int status, String code, String message, Map<String, Object> details) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", status == 500 ? "upstream_error" : code.toLowerCase(Locale.ROOT));
            error.put("message", message);
            if (!details.isEmpty()) {
                error.put("details", details);
            }
            return Map.of("error", error);
        }
    },

    /** A sentence in {@code text/plain}: the user-data API (comfy.md section 5). */
    TEXT(MediaType.TEXT_PLAIN + ";charset=UTF-8") {
        @Override
        Object body(int status, String code, String message, Map<String, Object> details) {
            return message;
        }
    },

    /**
     * {@code {"error":{"code":<status>,"message":…}}} with the two lists that CDF knows beside them; the other details
     * are in the message already (cdf-files.md section 4).
     */
    CDF(MediaType.APPLICATION_JSON) {
        @Override
        Object body(int status, String code, String message, Map<String, Object> details) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", status);
            error.put("message", message);
            CDF_LISTS.stream().filter(details::containsKey).forEach(list -> error.put(list, details.get(list)));
            return Map.of("error", error);
        }
    };

    private static final List<String> CDF_LISTS = List.of("missing", "duplicated");

    private final String mediaType;

    ErrorFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    abstract Object body(int status, String code, String message, Map<String, Object> details);

    /** The status of an answer; an API may see an error as another class than the catalogue does. */
    int status(ErrorCode code) {
        return code.status();
    }

    /** The body of an answer, as text. */
    String render(ObjectMapper json, ErrorCode code, String message, Map<String, Object> details) {
        Object body = body(status(code), code.wireName(), message, details);
        return body instanceof String sentence ? sentence : json.valueToTree(body).toString();
    }

    /** Says which format a path of a service uses; each service has one such bean. */
    public interface ByPath {
        /** @param path the raw path of the request, starting with a slash */
        ErrorFormat of(String path);

        /** A target that is no path is taken for the root. */
        default ErrorFormat of(HttpServerRequest request) {
            return of(Objects.requireNonNullElse(request.path(), "/"));
        }
    }
}
