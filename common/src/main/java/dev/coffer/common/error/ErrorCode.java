package dev.coffer.common.error;

/**
 * Everything that can go wrong for a client, with its HTTP status. The names are the codes of the Comfy
 * API (comfy.md section 0.4); the CDF API shows the status only (cdf-files.md section 4).
 */
public enum ErrorCode {
    INVALID_REQUEST(400),
    INVALID_QUERY(400),
    INVALID_BODY(400),
    INVALID_JSON(400),
    INVALID_CURSOR(400),
    INVALID_TAG_FILTER(400),
    INVALID_HASH(400),
    INVALID_PREVIEW_ID(400),
    INVALID_PATH(400),
    MISSING_FILE(400),
    EMPTY_UPLOAD(400),
    HASH_MISMATCH(400),
    RESERVED_TAG(400),
    UNKNOWN_IDENTIFIER(400),
    NOT_UPLOADED(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    WORKSPACE_ACCESS_DENIED(403, "workspace_access_denied"),
    LINK_REFUSED(403),
    NOT_FOUND(404),
    ASSET_NOT_FOUND(404),
    FILE_NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    CONFLICT(409),
    FILE_EXISTS(409),
    DUPLICATE_IDENTIFIER(409),
    PRECONDITION_FAILED(412),
    FILE_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    RESERVED_TAG_ON_CREATE(422, "RESERVED_TAG"),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;
    private final String wireName;

    ErrorCode(int status) {
        this.status = status;
        this.wireName = name();
    }

    ErrorCode(int status, String wireName) {
        this.status = status;
        this.wireName = wireName;
    }

    public int status() {
        return status;
    }

    /** The code as clients see it. */
    public String wireName() {
        return wireName;
    }
}
