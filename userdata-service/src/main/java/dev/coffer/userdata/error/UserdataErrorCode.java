package dev.coffer.userdata.error;

import dev.coffer.common.error.ErrorCode;

/** The error codes of the user-data API that other APIs do not have. */
public final class UserdataErrorCode {
    public static final ErrorCode FILE_EXISTS = new ErrorCode(409, "FILE_EXISTS");

    private UserdataErrorCode() {}
}
