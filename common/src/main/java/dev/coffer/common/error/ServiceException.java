package dev.coffer.common.error;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** An error that is reported to the client. Only the error mapper renders it; no other class builds error bodies. */
public class ServiceException extends RuntimeException {
    private final ErrorCode code;
    private final transient Map<String, Object> details;

    /** @param message a sentence for the client: which field, and what is allowed */
    public ServiceException(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** @param details further members of the error body, such as {@code field}, {@code missing}, {@code duplicated} */
    public ServiceException(ErrorCode code, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.code = code;
        // In one order: two processes of a service answer the same.
        this.details = new TreeMap<>(details);
    }

    /** 400 {@code INVALID_BODY}: a member of a JSON body is wrong. */
    public static ServiceException invalidBody(String field, String rule) {
        return new ServiceException(ErrorCode.INVALID_BODY, field + " " + rule, Map.of("field", field));
    }

    /** 400 {@code INVALID_QUERY}: a query parameter is wrong. */
    public static ServiceException invalidQuery(String parameter, String rule) {
        return new ServiceException(ErrorCode.INVALID_QUERY, parameter + " " + rule, Map.of("parameter", parameter));
    }

    /** 503 with {@code Retry-After}: a temporary failure; the same request may succeed soon. */
    public static ServiceException unavailable(String message) {
        return new ServiceException(ErrorCode.UNAVAILABLE, message);
    }

    /** A sentence for the client. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
