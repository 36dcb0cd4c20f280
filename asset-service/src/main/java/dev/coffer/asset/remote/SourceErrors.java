package dev.coffer.asset.remote;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;

/** What went wrong at another server, in the codes for which front ends have texts (comfy.md section 2.4). */
public final class SourceErrors {
    private static final Set<ErrorCode> PASSING = Set.of(
            AssetErrorCode.NETWORK_TIMEOUT,
            AssetErrorCode.NETWORK_ERROR,
            AssetErrorCode.CONNECTION_REFUSED,
            AssetErrorCode.INVALID_HOST,
            AssetErrorCode.SOURCE_SERVER_ERROR,
            AssetErrorCode.SOURCE_RATE_LIMITED,
            ErrorCode.UNAVAILABLE);
    private static final Map<ErrorCode, ErrorCode> OF_UPLOADS = Map.of(
            AssetErrorCode.UNAUTHORIZED_SOURCE, AssetErrorCode.SOURCE_WANTS_LOGIN,
            AssetErrorCode.ACCESS_FORBIDDEN, AssetErrorCode.SOURCE_FORBIDS,
            AssetErrorCode.RESOURCE_NOT_FOUND, AssetErrorCode.SOURCE_NOT_FOUND);

    private SourceErrors() {}

    /** An answer that brings no content. */
    public static ServiceException answered(int status) {
        return switch (status) {
            case 401 -> refusal(AssetErrorCode.UNAUTHORIZED_SOURCE, "The source wants a login.");
            case 403 -> refusal(AssetErrorCode.ACCESS_FORBIDDEN, "The source does not give this content.");
            case 404, 410 -> refusal(AssetErrorCode.RESOURCE_NOT_FOUND, "The source has no such content.");
            case 429 -> refusal(AssetErrorCode.SOURCE_RATE_LIMITED, "The source is asked too often.");
            default -> status >= 500
                    ? refusal(AssetErrorCode.SOURCE_SERVER_ERROR, "The source has an error of its own: " + status + ".")
                    : refusal(AssetErrorCode.HTTP_ERROR, "The source answered " + status + ".");
        };
    }

    /** Content that is coded although it was asked for as it is; stored, it would be served as the plain one. */
    public static ServiceException coded() {
        return refusal(AssetErrorCode.HTTP_ERROR, "The source gives its content with a Content-Encoding only.");
    }

    /** No answer, or a broken one. Which of our own addresses a name leads to is not told. */
    public static ServiceException of(IOException e) {
        return switch (e) {
            case PublicDns.RefusedAddress refused -> AllowedHosts.refused();
            case UnknownHostException unknown ->
                refusal(AssetErrorCode.INVALID_HOST, "The host of the source is unknown.");
            case InterruptedIOException timeout ->
                refusal(AssetErrorCode.NETWORK_TIMEOUT, "The source takes too long.");
            case ConnectException refused ->
                refusal(AssetErrorCode.CONNECTION_REFUSED, "The source accepts no connection.");
            default -> refusal(AssetErrorCode.NETWORK_ERROR, "The connection to the source broke.");
        };
    }

    /** The same refusal of an upload by URL, whose statuses are others (comfy.md section 2.2). */
    public static ServiceException ofUpload(ServiceException e) {
        return new ServiceException(OF_UPLOADS.getOrDefault(e.code(), e.code()), e.getMessage(), e.details());
    }

    /** Whether the same attempt may succeed later. */
    public static boolean passing(ServiceException e) {
        return PASSING.contains(e.code());
    }

    private static ServiceException refusal(ErrorCode code, String message) {
        return new ServiceException(code, message);
    }
}
