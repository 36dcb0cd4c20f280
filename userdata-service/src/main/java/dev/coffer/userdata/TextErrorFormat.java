package dev.coffer.userdata;

import dev.coffer.common.error.ErrorFormat;
import dev.coffer.common.error.ErrorShape;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** A sentence in {@code text/plain}: user files (comfy.md section 5). */
final class TextErrorFormat implements ErrorFormat {

    @Override
    public String mediaType() {
        return MediaType.TEXT_PLAIN + ";charset=UTF-8";
    }

    @Override
    public Object body(int status, String code, String message, Map<String, Object> details) {
        return message;
    }

    @Override
    public ErrorShape shape() {
        return new ErrorShape("Text", null, ErrorShape.of(SchemaType.STRING));
    }
}
