package dev.coffer.asset.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.error.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class V2ErrorFormatTest {
    private final V2ErrorFormat format = new V2ErrorFormat();

    @Test
    void errorsAreNestedWithCodesInSmallLetters() {
        assertThat(format.body(404, "ASSET_NOT_FOUND", "gone", Map.of("id", "x"))).isEqualTo(Map.of(
                "error", Map.of("code", "asset_not_found", "message", "gone", "details", Map.of("id", "x"))));
        assertThat(format.body(500, "INTERNAL", "?", Map.of()))
                .isEqualTo(Map.of("error", Map.of("code", "upstream_error", "message", "?")));
    }

    @Test
    void someErrorsHaveAnotherStatus() {
        assertThat(format.status(AssetErrorCode.HASH_MISMATCH)).isEqualTo(409);
        assertThat(format.status(AssetErrorCode.EMPTY_UPLOAD)).isEqualTo(422);
        assertThat(format.status(ErrorCode.INVALID_BODY)).isEqualTo(422);
        assertThat(format.status(ErrorCode.INVALID_JSON)).isEqualTo(400);
    }
}
