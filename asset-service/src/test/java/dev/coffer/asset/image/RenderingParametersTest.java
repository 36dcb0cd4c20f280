package dev.coffer.asset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderingParametersTest {
    @Test
    void withoutAWishTheFileItselfIsMeant() {
        assertThat(RenderingParameters.of(null, null, null)).isEmpty();
        assertThat(RenderingParameters.of("rgba", "", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rgb, , , rgb/0/png/90",
        "a, , , alpha/0/png/90",
        "alpha, , , alpha/0/png/90",
        ", 64, , all/64/jpeg/85",
        ", 1024, , all/1024/jpeg/85",
        ", , webp, all/0/webp/90",
        "rgba, , webp;75, all/0/webp/75",
        ", , jpeg;1, all/0/jpeg/1",
        "rgb, 256, , rgb/256/jpeg/85",
        "a, 256, , alpha/256/png/85",
        "a, , jpeg, alpha/0/png/90",
        ", 256, webp;50, all/256/webp/50",
    })
    void eachWishIsOneKindOfRendering(String channel, String res, String preview, String key) {
        assertThat(RenderingParameters.of(channel, res, preview).orElseThrow().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "cmyk, , , channel", "RGB, , , channel", ", 63, , res", ", 1025, , res", ", x, , res", ", -64, , res",
        ", 99999999999, , res", ", , png, preview", ", , webp;0, preview", ", , webp;101, preview",
        ", , webp;x, preview",
    })
    void aWrongWishIsRefusedByItsName(String channel, String res, String preview, String parameter) {
        assertThatThrownBy(() -> RenderingParameters.of(channel, res, preview))
                .isInstanceOfSatisfying(ServiceException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_QUERY);
                    assertThat(e.details()).containsEntry("parameter", parameter);
                });
    }
}
