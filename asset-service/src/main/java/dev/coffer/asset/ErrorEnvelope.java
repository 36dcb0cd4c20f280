package dev.coffer.asset;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an error of version 2 looks like in the API document; the bodies themselves come from the one error mapper. */
@Schema(name = "ErrorEnvelope")
public record ErrorEnvelope(@Schema(required = true) Detail error) {
    /** What went wrong. */
    @Schema(name = "ErrorDetail")
    public record Detail(
            @Schema(required = true, description = "Code for programs, in small letters") String code,
            @Schema(required = true, description = "Sentence for people") String message,
            @Schema(description = "What exactly is wrong") Map<String, Object> details) {}
}
