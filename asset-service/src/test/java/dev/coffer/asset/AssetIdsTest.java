package dev.coffer.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetIdsTest {

    @Test
    void caseDoesNotMatter() {
        assertThat(AssetIds.inPath("0190A9C1-7B2D-7ABC-8DEF-0123456789AB"))
                .hasToString("0190a9c1-7b2d-7abc-8def-0123456789ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "from-hash", "1-1-1-1-1", "0190a9c17b2d7abc8def0123456789ab",
        "0190a9c1-7b2d-7abc-8def-0123456789ab ",
        "{0190a9c1-7b2d-7abc-8def-0123456789ab}", "0190a9c1-7b2d-7abc-8def-0123456789ag"})
    void whatIsNoIdIsNoAsset(String text) {
        assertThatThrownBy(() -> AssetIds.inPath(text)).isInstanceOfSatisfying(
                ServiceException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(AssetErrorCode.ASSET_NOT_FOUND));
    }
}
