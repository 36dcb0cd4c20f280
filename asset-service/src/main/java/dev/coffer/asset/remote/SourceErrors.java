package dev.coffer.asset.remote;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;

/** What went wrong at another server, in the codes for which front ends have texts (comfy.md section 2.4). */
public final class SourceErrors {
    private static final Set<ErrorCode> PASSING = Set.of(
            ErrorCode.NETWORK_TIMEOUT,
            ErrorCode.NETWORK_ERROR,
            ErrorCode.CONNECTION_REFUSED,
            ErrorCode.INVALID_HOST,
            ErrorCode.SOURCE_SERVER_ERROR,
            ErrorCode.SOURCE_RATE_LIMITED,
            ErrorCode.UNAVAILABLE);

    private SourceErrors() {}

    /** An answer that brings no content. */
    public static ServiceException answered(int status) {
        return switch (status) {
            case 401 -> refusal(ErrorCode.UNAUTHORIZED_SOURCE, "The source wants a login.");
            case 403 -> refusal(ErrorCode.ACCESS_FORBIDDEN, "The source does not give this content.");
            case 404, 410 -> refusal(ErrorCode.RESOURCE_NOT_FOUND, "The source has no such content.");
            case 429 -> refusal(ErrorCode.SOURCE_RATE_LIMITED, "The source is asked too often.");
            default -> status >= 500
                    ? refusal(ErrorCode.SOURCE_SERVER_ERROR, "The source has an error of its own: " + status + ".")
                    : refusal(ErrorCode.HTTP_ERROR, "The source answered " + status + ".");
        };
    }

    /** Content that is coded although it was asked for as it is; stored, it would be served as the plain one. */
    public static ServiceException coded() {
        return refusal(ErrorCode.HTTP_ERROR, "The source gives its content with a Content-Encoding only.");
    }

    /** No answer, or a broken one. Which of our own addresses a name leads to is not told. */
    public static ServiceException of(IOException e) {
        return switch (e) {
            case RefusedAddress refused -> AllowedHosts.refused();
            case UnknownHostException unknown -> refusal(ErrorCode.INVALID_HOST, "The host of the source is unknown.");
            case InterruptedIOException timeout -> refusal(ErrorCode.NETWORK_TIMEOUT, "The source takes too long.");
            case ConnectException refused -> refusal(ErrorCode.CONNECTION_REFUSED, "The source accepts no connection.");
            default -> refusal(ErrorCode.NETWORK_ERROR, "The connection to the source broke.");
        };
    }

    /** The same refusal of an upload by URL, whose statuses are others (comfy.md section 2.2). */
    public static ServiceException ofUpload(ServiceException e) {
        ErrorCode code = switch (e.code()) {
            case UNAUTHORIZED_SOURCE -> ErrorCode.SOURCE_WANTS_LOGIN;
            case ACCESS_FORBIDDEN -> ErrorCode.SOURCE_FORBIDS;
            case RESOURCE_NOT_FOUND -> ErrorCode.SOURCE_NOT_FOUND;
            default -> e.code();
        };
        return new ServiceException(code, e.getMessage(), e.details());
    }

    /** Whether the same attempt may succeed later. */
    public static boolean passing(ServiceException e) {
        return PASSING.contains(e.code());
    }

    private static ServiceException refusal(ErrorCode code, String message) {
        return new ServiceException(code, message);
    }
}
