package dev.coffer.common.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * The refusals of operations, each with its usual description, and with the operations that have it without an
 * annotation. Others name it: {@code @APIResponse(responseCode = "404")}.
 */
enum Refusal {
    INVALID(400, "Invalid", Refusal::always, "The request is wrong; the message says what"),
    UNAUTHORIZED(401, "Unauthorized", Refusal::needsCredentials, "No valid access token or API key"),
    FORBIDDEN(403, "Forbidden", Refusal::needsCredentials, "Not for this caller"),
    NOT_FOUND(404, "NotFound", Refusal::never, "There is no such thing for this caller"),
    TIMEOUT(408, "Timeout", Refusal::takesBody, "The body did not arrive in time"),
    CONFLICT(409, "Conflict", Refusal::never, "Something else is there already"),
    PRECONDITION_FAILED(412, "PreconditionFailed", Refusal::never, "A precondition of the request does not hold"),
    TOO_LARGE(413, "TooLarge", Refusal::takesBody, "The body is too large, or the content above the quota"),
    UNSUPPORTED(415, "Unsupported", Refusal::takesBody, "The body has another type or encoding than allowed"),
    OUT_OF_RANGE(416, "OutOfRange", Refusal::never, "The range lies outside of the content"),
    UNPROCESSABLE(422, "Unprocessable", Refusal::never, "What is asked for is against a rule"),
    TOO_MANY_REQUESTS(429, "TooManyRequests", Refusal::needsCredentials,
            "Too many requests of the tenant, the key or the person; see Retry-After"),
    INTERNAL(500, "Internal", Refusal::always, "Unexpected; the log has it under x-request-id"),
    UNAVAILABLE(503, "Unavailable", Refusal::always, "Unavailable for the moment; see Retry-After");

    final String status;
    /** Of the component that describes it. */
    final String component;
    final String description;
    private final Predicate<Operation> holder;

    Refusal(int status, String component, Predicate<Operation> holder, String description) {
        this.status = Integer.toString(status);
        this.component = component;
        this.description = description;
        this.holder = holder;
    }

    /**
     * The one with this status.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Refusal of(String status) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.status.equals(status))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no usual description for " + status));
    }

    /** Whether any operation can refuse in this way. */
    boolean isOf(Operation operation) {
        return holder.test(operation);
    }

    /** Whether the answer says when to come back. */
    boolean isTransient() {
        return this == TOO_MANY_REQUESTS || this == UNAVAILABLE;
    }

    private static boolean always(Operation operation) {
        return true;
    }

    private static boolean never(Operation operation) {
        return false;
    }

    /** Operations that say nothing of credentials need those that the document demands. */
    private static boolean needsCredentials(Operation operation) {
        List<SecurityRequirement> choices = operation.getSecurity();
        return choices == null || choices.stream().anyMatch(choice -> !choice.getSchemes().isEmpty());
    }

    private static boolean takesBody(Operation operation) {
        return operation.getRequestBody() != null;
    }
}
