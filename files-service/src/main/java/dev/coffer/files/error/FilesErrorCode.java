package dev.coffer.files.error;

import dev.coffer.common.error.ErrorCode;

/**
 * What can go wrong for clients of the Files API, beside what all APIs know. It shows the status only (cdf-files.md
 * section 4).
 */
public final class FilesErrorCode {
    public static final ErrorCode UNKNOWN_IDENTIFIER = new ErrorCode(400, "UNKNOWN_IDENTIFIER");
    public static final ErrorCode NOT_UPLOADED = new ErrorCode(400, "NOT_UPLOADED");
    public static final ErrorCode DUPLICATE_IDENTIFIER = new ErrorCode(409, "DUPLICATE_IDENTIFIER");

    private FilesErrorCode() {}
}
