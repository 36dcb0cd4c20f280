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
    INVALID_IMAGE(400),
    IMAGE_TOO_LARGE(400),
    HASH_MISMATCH(400),
    RESERVED_TAG(400),
    UNSUPPORTED_FIELD(400),
    INVALID_URL(400),
    INVALID_URL_FORMAT(400),
    UNSUPPORTED_SOURCE(400),
    UNKNOWN_IDENTIFIER(400),
    NOT_UPLOADED(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    WORKSPACE_ACCESS_DENIED(403, "workspace_access_denied"),
    LINK_REFUSED(403),
    SOURCE_WANTS_LOGIN(403, "UNAUTHORIZED_SOURCE"),
    SOURCE_FORBIDS(403, "ACCESS_FORBIDDEN"),
    NOT_FOUND(404),
    ASSET_NOT_FOUND(404),
    FILE_NOT_FOUND(404),
    BLOB_NOT_FOUND(404),
    SOURCE_NOT_FOUND(404, "RESOURCE_NOT_FOUND"),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    CONFLICT(409),
    FILE_EXISTS(409),
    DUPLICATE_IDENTIFIER(409),
    PRECONDITION_FAILED(412),
    FILE_TOO_LARGE(413),
    QUOTA_EXCEEDED(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    RESERVED_TAG_ON_CREATE(422, "RESERVED_TAG"),
    IDEMPOTENCY_KEY_REUSE(422),
    UNAUTHORIZED_SOURCE(422),
    ACCESS_FORBIDDEN(422),
    RESOURCE_NOT_FOUND(422),
    SOURCE_RATE_LIMITED(422, "RATE_LIMITED"),
    SOURCE_SERVER_ERROR(422),
    NETWORK_TIMEOUT(422),
    CONNECTION_REFUSED(422),
    INVALID_HOST(422),
    NETWORK_ERROR(422),
    HTTP_ERROR(422),
    TOO_MANY_REQUESTS(429),
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
