package dev.coffer.common.error;

/**
 * The errors that clients can get, each a status and a code for programs. Here are those of all APIs; those of a single
 * one are defined beside it. The codes are those of the Comfy API (comfy.md section 0.4); the CDF API shows the status
 * only (cdf-files.md section 4).
 *
 * @param status of the answer
 * @param wireName the code as clients see it
 */
public record ErrorCode(int status, String wireName) {
    public static final ErrorCode INVALID_REQUEST = new ErrorCode(400, "INVALID_REQUEST");
    public static final ErrorCode INVALID_QUERY = new ErrorCode(400, "INVALID_QUERY");
    public static final ErrorCode INVALID_BODY = new ErrorCode(400, "INVALID_BODY");
    public static final ErrorCode INVALID_JSON = new ErrorCode(400, "INVALID_JSON");
    public static final ErrorCode INVALID_CURSOR = new ErrorCode(400, "INVALID_CURSOR");
    public static final ErrorCode INVALID_PATH = new ErrorCode(400, "INVALID_PATH");
    public static final ErrorCode UNAUTHORIZED = new ErrorCode(401, "UNAUTHORIZED");
    public static final ErrorCode FORBIDDEN = new ErrorCode(403, "FORBIDDEN");
    public static final ErrorCode WORKSPACE_ACCESS_DENIED = new ErrorCode(403, "workspace_access_denied");
    public static final ErrorCode LINK_REFUSED = new ErrorCode(403, "LINK_REFUSED");
    public static final ErrorCode NOT_FOUND = new ErrorCode(404, "NOT_FOUND");
    public static final ErrorCode FILE_NOT_FOUND = new ErrorCode(404, "FILE_NOT_FOUND");
    public static final ErrorCode METHOD_NOT_ALLOWED = new ErrorCode(405, "METHOD_NOT_ALLOWED");
    public static final ErrorCode NOT_ACCEPTABLE = new ErrorCode(406, "NOT_ACCEPTABLE");
    public static final ErrorCode REQUEST_TIMEOUT = new ErrorCode(408, "REQUEST_TIMEOUT");
    public static final ErrorCode CONFLICT = new ErrorCode(409, "CONFLICT");
    public static final ErrorCode PRECONDITION_FAILED = new ErrorCode(412, "PRECONDITION_FAILED");
    public static final ErrorCode FILE_TOO_LARGE = new ErrorCode(413, "FILE_TOO_LARGE");
    public static final ErrorCode QUOTA_EXCEEDED = new ErrorCode(413, "QUOTA_EXCEEDED");
    public static final ErrorCode UNSUPPORTED_MEDIA_TYPE = new ErrorCode(415, "UNSUPPORTED_MEDIA_TYPE");
    public static final ErrorCode RANGE_NOT_SATISFIABLE = new ErrorCode(416, "RANGE_NOT_SATISFIABLE");
    public static final ErrorCode TOO_MANY_REQUESTS = new ErrorCode(429, "TOO_MANY_REQUESTS");
    public static final ErrorCode INTERNAL = new ErrorCode(500, "INTERNAL");
    public static final ErrorCode UNAVAILABLE = new ErrorCode(503, "UNAVAILABLE");
}
