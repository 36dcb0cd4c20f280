package dev.coffer.userdata.error;

import dev.coffer.common.error.ErrorCode;

/** What can go wrong for clients of the user-data API, beside what all APIs know. */
public final class UserdataErrorCode {
    public static final ErrorCode FILE_EXISTS = new ErrorCode(409, "FILE_EXISTS");

    private UserdataErrorCode() {}
}
