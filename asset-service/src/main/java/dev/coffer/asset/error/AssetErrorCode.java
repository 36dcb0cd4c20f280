package dev.coffer.asset.error;

import dev.coffer.common.error.ErrorCode;

/** What can go wrong for clients of the assets API, beside what all APIs know (comfy.md section 0.4). */
public final class AssetErrorCode {
    public static final ErrorCode INVALID_TAG_FILTER = new ErrorCode(400, "INVALID_TAG_FILTER");
    public static final ErrorCode INVALID_HASH = new ErrorCode(400, "INVALID_HASH");
    public static final ErrorCode INVALID_PREVIEW_ID = new ErrorCode(400, "INVALID_PREVIEW_ID");
    public static final ErrorCode MISSING_FILE = new ErrorCode(400, "MISSING_FILE");
    public static final ErrorCode EMPTY_UPLOAD = new ErrorCode(400, "EMPTY_UPLOAD");
    public static final ErrorCode HASH_MISMATCH = new ErrorCode(400, "HASH_MISMATCH");
    public static final ErrorCode RESERVED_TAG = new ErrorCode(400, "RESERVED_TAG");
    public static final ErrorCode UNSUPPORTED_FIELD = new ErrorCode(400, "UNSUPPORTED_FIELD");
    public static final ErrorCode INVALID_URL = new ErrorCode(400, "INVALID_URL");
    public static final ErrorCode INVALID_URL_FORMAT = new ErrorCode(400, "INVALID_URL_FORMAT");
    public static final ErrorCode UNSUPPORTED_SOURCE = new ErrorCode(400, "UNSUPPORTED_SOURCE");
    public static final ErrorCode SOURCE_WANTS_LOGIN = new ErrorCode(403, "UNAUTHORIZED_SOURCE");
    public static final ErrorCode SOURCE_FORBIDS = new ErrorCode(403, "ACCESS_FORBIDDEN");
    public static final ErrorCode ASSET_NOT_FOUND = new ErrorCode(404, "ASSET_NOT_FOUND");
    public static final ErrorCode BLOB_NOT_FOUND = new ErrorCode(404, "BLOB_NOT_FOUND");
    public static final ErrorCode SOURCE_NOT_FOUND = new ErrorCode(404, "RESOURCE_NOT_FOUND");
    public static final ErrorCode RESERVED_TAG_ON_CREATE = new ErrorCode(422, "RESERVED_TAG");
    public static final ErrorCode IDEMPOTENCY_KEY_REUSE = new ErrorCode(422, "IDEMPOTENCY_KEY_REUSE");
    public static final ErrorCode UNAUTHORIZED_SOURCE = new ErrorCode(422, "UNAUTHORIZED_SOURCE");
    public static final ErrorCode ACCESS_FORBIDDEN = new ErrorCode(422, "ACCESS_FORBIDDEN");
    public static final ErrorCode RESOURCE_NOT_FOUND = new ErrorCode(422, "RESOURCE_NOT_FOUND");
    public static final ErrorCode SOURCE_RATE_LIMITED = new ErrorCode(422, "RATE_LIMITED");
    public static final ErrorCode SOURCE_SERVER_ERROR = new ErrorCode(422, "SOURCE_SERVER_ERROR");
    public static final ErrorCode NETWORK_TIMEOUT = new ErrorCode(422, "NETWORK_TIMEOUT");
    public static final ErrorCode CONNECTION_REFUSED = new ErrorCode(422, "CONNECTION_REFUSED");
    public static final ErrorCode INVALID_HOST = new ErrorCode(422, "INVALID_HOST");
    public static final ErrorCode NETWORK_ERROR = new ErrorCode(422, "NETWORK_ERROR");
    public static final ErrorCode HTTP_ERROR = new ErrorCode(422, "HTTP_ERROR");

    private AssetErrorCode() {}
}
