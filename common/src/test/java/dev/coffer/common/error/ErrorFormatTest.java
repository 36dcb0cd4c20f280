package dev.coffer.common.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorFormatTest {

    @Test
    void comfyClientsFindTheCodeFlatAndNested() {
        Object body = ErrorFormat.COMFY.body(404, "ASSET_NOT_FOUND", "gone", Map.of("id", "x"));
        assertThat(body).isEqualTo(Map.of(
                "code", "ASSET_NOT_FOUND", "message", "gone", "details", Map.of("id", "x"),
                "error", Map.of("code", "ASSET_NOT_FOUND", "message", "gone", "details", Map.of("id", "x"))));
    }

    @Test
    void theSecondVersionOfTheAssetsApiNestsAndWritesCodesSmall() {
        ErrorFormat format = ErrorFormat.COMFY_V2;
        assertThat(format.body(404, "ASSET_NOT_FOUND", "gone", Map.of("id", "x"))).isEqualTo(Map.of(
                "error", Map.of("code", "asset_not_found", "message", "gone", "details", Map.of("id", "x"))));
        assertThat(format.body(500, "INTERNAL", "?", Map.of()))
                .isEqualTo(Map.of("error", Map.of("code", "upstream_error", "message", "?")));
        assertThat(format.status(new ErrorCode(400, "HASH_MISMATCH"))).isEqualTo(409);
        assertThat(format.status(ErrorCode.INVALID_BODY)).isEqualTo(422);
        assertThat(format.status(ErrorCode.INVALID_JSON)).isEqualTo(400);
        assertThat(ErrorFormat.COMFY.status(ErrorCode.INVALID_BODY)).isEqualTo(400);
    }

    @Test
    void cdfClientsFindTheStatusAndTheLists() {
        Object body =
                ErrorFormat.CDF.body(400, "UNKNOWN_IDENTIFIER", "gone", Map.of("missing", List.of(Map.of("id", 1))));
        assertThat(body).isEqualTo(Map.of(
                "error", Map.of("code", 400, "message", "gone", "missing", List.of(Map.of("id", 1)))));
        assertThat(ErrorFormat.CDF.body(400, "INVALID_BODY", "name is required", Map.of("field", "name")))
                .isEqualTo(Map.of("error", Map.of("code", 400, "message", "name is required")));
    }

    @Test
    void userDataClientsReadASentence() {
        assertThat(ErrorFormat.TEXT.body(409, "FILE_EXISTS", "File already exists", Map.of()))
                .isEqualTo("File already exists");
    }
}
