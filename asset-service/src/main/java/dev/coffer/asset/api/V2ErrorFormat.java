package dev.coffer.asset.api;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ErrorFormat;
import dev.coffer.common.error.ErrorShape;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code {"error":{code,message,details}}} with codes in lower case: the second version of the assets API. What does not
 * fit its rules is 422 there, and content that is not as promised a conflict (comfy.md section 3).
 */
final class V2ErrorFormat implements ErrorFormat {
    private static final Set<ErrorCode> AGAINST_RULES = Set.of(ErrorCode.INVALID_BODY, AssetErrorCode.INVALID_HASH,
            AssetErrorCode.MISSING_FILE, AssetErrorCode.EMPTY_UPLOAD);

    @Override
    public String mediaType() {
        return MediaType.APPLICATION_JSON;
    }

    @Override
    public int status(ErrorCode code) {
        if (code.equals(AssetErrorCode.HASH_MISMATCH)) {
            return 409;
        }
        return AGAINST_RULES.contains(code) ? 422 : code.status();
    }

    @Override
    public Object body(int status, String code, String message, Map<String, Object> details) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", status == 500 ? "upstream_error" : code.toLowerCase(Locale.ROOT));
        error.put("message", message);
        if (!details.isEmpty()) {
            error.put("details", details);
        }
        return Map.of("error", error);
    }

    @Override
    public ErrorShape shape() {
        return new ErrorShape("V2", "ErrorEnvelope",
                ErrorShape.enclosed(ErrorShape.coded("Code for programs, in small letters")));
    }
}
