package dev.coffer.localstack.edge;

/**
 * Error responses of the edge itself, in a form for clients of both APIs: Comfy clients read the code at the top level
 * or in {@code error}, CDF clients the message in {@code error}.
 */
enum Refusal {
    INVALID_REQUEST(400, "The request is malformed."),
    NOT_FOUND(404, "Nothing is served under this path."),
    UNAVAILABLE(503, "The service behind this path does not answer; try again soon.");

    private final int status;
    private final String message;

    Refusal(int status, String message) {
        this.status = status;
        this.message = message;
    }

    int status() {
        return status;
    }

    String message() {
        return message;
    }

    String json() {
        return json(message);
    }

    /** @param reason instead of the usual message; without quotes and backslashes */
    String json(String reason) {
        return """
                {"code":"%1$s","message":"%2$s","error":{"code":"%1$s","message":"%2$s","details":{}}}
                """.formatted(name(), reason).strip();
    }
}
