package dev.coffer.userdata;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an error looks like in the API document; the bodies themselves come from the one error mapper. */
@Schema(name = "ErrorResponse")
record ErrorResponse(
        @Schema(required = true, description = "Code for programs") String code,
        @Schema(required = true, description = "Sentence for people") String message,
        @Schema(description = "What exactly is wrong") Map<String, Object> details,
        @Schema(description = "The same once more, as open-source clients read it") Map<String, Object> error) {}
