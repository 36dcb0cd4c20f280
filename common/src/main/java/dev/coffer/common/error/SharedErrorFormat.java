package dev.coffer.common.error;

import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The formats of errors that several services use: blob-service answers the clients of both APIs by signed links. */
public enum SharedErrorFormat implements ErrorFormat {
    /** Flat and nested at once: Cloud clients read the first, open-source ones the second (comfy.md 0.4). */
    COMFY {
        @Override
        public Object body(int status, String code, String message, Map<String, Object> details) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("code", code);
            body.put("message", message);
            if (!details.isEmpty()) {
                body.put("details", details);
            }
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", code);
            error.put("message", message);
            error.put("details", details);
            body.put("error", error);
            return body;
        }

        @Override
        public ErrorShape shape() {
            return new ErrorShape("", "ErrorResponse", ErrorShape.coded("Code for programs")
                    .addProperty("error", ErrorShape.anything("The same once more, as open-source clients read it")));
        }
    },

    /**
     * {@code {"error":{"code":<status>,"message":…}}} with the two lists that CDF knows beside them; the other details
     * are in the message already (cdf-files.md section 4).
     */
    CDF {
        @Override
        public Object body(int status, String code, String message, Map<String, Object> details) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", status);
            error.put("message", message);
            CDF_LISTS.stream().filter(details::containsKey).forEach(list -> error.put(list, details.get(list)));
            return Map.of("error", error);
        }

        @Override
        public ErrorShape shape() {
            Schema error = ErrorShape.of(SchemaType.OBJECT)
                    .addProperty("code", ErrorShape.of(SchemaType.INTEGER).description("The HTTP status."))
                    .addProperty("message", ErrorShape.of(SchemaType.STRING));
            CDF_LISTS.forEach(list -> error.addProperty(
                    list, ErrorShape.of(SchemaType.ARRAY).items(ErrorShape.of(SchemaType.OBJECT))));
            error.addRequired("code").addRequired("message");
            return new ErrorShape("", "Error", ErrorShape.enclosed(error));
        }
    };

    private static final List<String> CDF_LISTS = List.of("missing", "duplicated");

    @Override
    public String mediaType() {
        return MediaType.APPLICATION_JSON;
    }
}
