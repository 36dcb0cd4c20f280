package dev.coffer.common.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedErrorFormatTest {

    @Test
    void comfyClientsFindTheCodeFlatAndNested() {
        Object body = SharedErrorFormat.COMFY.body(404, "ASSET_NOT_FOUND", "gone", Map.of("id", "x"));
        assertThat(body).isEqualTo(Map.of(
                "code", "ASSET_NOT_FOUND", "message", "gone", "details", Map.of("id", "x"),
                "error", Map.of("code", "ASSET_NOT_FOUND", "message", "gone", "details", Map.of("id", "x"))));
    }

    @Test
    void cdfClientsFindTheStatusAndTheLists() {
        Object body = SharedErrorFormat.CDF.body(400, "UNKNOWN_IDENTIFIER", "gone",
                Map.of("missing", List.of(Map.of("id", 1))));
        assertThat(body).isEqualTo(Map.of(
                "error", Map.of("code", 400, "message", "gone", "missing", List.of(Map.of("id", 1)))));
        assertThat(SharedErrorFormat.CDF.body(400, "INVALID_BODY", "name is required", Map.of("field", "name")))
                .isEqualTo(Map.of("error", Map.of("code", 400, "message", "name is required")));
    }
}
