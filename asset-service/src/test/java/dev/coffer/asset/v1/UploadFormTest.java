package dev.coffer.asset.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.ClientJson;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFormTest {
    private final UploadForm form =
            new UploadForm(ClientJson.READER, new UserMetadata(ClientJson.MAPPER, ClientJson.READER, config()));

    private static AssetConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AssetConfig.class)
                .build()
                .getConfigMapping(AssetConfig.class);
    }

    @Test
    void tagsComeInThreeFormsAndAreMerged() {
        form.put("tags", "[\"z\", \"comma, inside\"]");
        form.put("tags", " a , ,b,a");
        form.put("tags", "input");
        form.put("tags", "[not json");
        assertThat(form.wanted(null).tags()).containsExactly("input", "[not json", "a", "b", "comma, inside", "z");
    }

    @Test
    void theNameIsALastSegmentAndTheFilesNameIsRemembered() {
        form.put("name", "C:\\dir/sub/Bild.png ");
        NewAsset wanted = form.wanted("../../etc/photo.jpg");
        assertThat(wanted.name()).isEqualTo("Bild.png");
        assertThat(wanted.fileName()).isEqualTo("photo.jpg");
        assertThat(wanted.userMetadata()).isEqualTo("{\"filename\":\"photo.jpg\"}");
    }

    @Test
    void withoutANameItIsTheFilesName() {
        form.put("name", " ");
        form.put("user_metadata", "{\"filename\":\"mine\",\"k\":null}");
        assertThat(form.wanted("a.png").name()).isEqualTo("a.png");
        assertThat(form.wanted("a.png").userMetadata()).isEqualTo("{\"filename\":\"mine\",\"k\":null}");
        assertThat(form.wanted("").name()).isNull();
        assertThat(form.wanted(null).name()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "tags          | [1]                     | 400 INVALID_BODY",
        "tags          | missing                 | 422 RESERVED_TAG",
        "user_metadata | []                      | 400 INVALID_BODY",
        "user_metadata | null                    | 400 INVALID_BODY",
        "user_metadata | {\"a\":1} x             | 400 INVALID_BODY",
        "user_metadata | {\"a\":\"\\u0000\"}     | 400 INVALID_BODY",
        "user_metadata | {\"a\":1e99999}         | 400 INVALID_BODY",
        "tags          | [1e99999999999]         | 400 INVALID_BODY",
        "tags          | [\"a\", 1e-99999999999] | 400 INVALID_BODY",
        "tags          | [[],{}]                 | 400 INVALID_BODY",
        "tags          | [null]                  | 400 INVALID_BODY",
        "tags          | [\"\\ud800\"]            | 400 INVALID_BODY",
        "tags          | [\"a\\u0000\"]           | 400 INVALID_BODY",
        "user_metadata | {\"a\":1e99999999999}   | 400 INVALID_BODY",
        "user_metadata | {\"a\":-1e-99999999999} | 400 INVALID_BODY",
        "user_metadata | {\"a\":[{\"b\":1e2147483648}]} | 400 INVALID_BODY",
        "user_metadata | {\"\\ud800\":1}          | 400 INVALID_BODY",
        "user_metadata | {\"a\":1}{}              | 400 INVALID_BODY",
        "user_metadata | {\"a\":NaN}              | 400 INVALID_BODY",
        "id            | 123                     | 400 INVALID_BODY",
        "mime_type     | png                     | 400 INVALID_BODY",
        "preview_id    | x                       | 400 INVALID_BODY",
        "job_id        | x                       | 400 INVALID_BODY",
        "hash          | md5:abc                 | 400 INVALID_HASH"
    })
    void whatIsWrongIsRefusedWhenItComes(String field, String value, String refusal) {
        assertThatThrownBy(() -> form.put(field, value)).isInstanceOfSatisfying(
                ServiceException.class,
                e -> assertThat(e.code().status() + " " + e.code().wireName()).isEqualTo(refusal));
    }

    @Test
    void depthIsRefusedAndNotFollowed() {
        String deep = "[".repeat(60_000);
        for (String nested : List.of(deep, deep + "]".repeat(60_000), "{\"a\":" + deep + "]".repeat(60_000) + "}")) {
            assertThatThrownBy(() -> form.put("user_metadata", nested)).isInstanceOf(ServiceException.class);
            assertThatThrownBy(() -> form.put("tags", nested)).isInstanceOf(ServiceException.class);
        }
    }

    @Test
    void thereAreLimits() {
        String many = IntStream.range(0, 101).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
        assertThatThrownBy(() -> form.put("tags", many)).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> form.put("tags", "t".repeat(513))).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> form.put("name", "n".repeat(513))).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> form.put("user_metadata", "{\"k\":\"" + "v".repeat(66_000) + "\"}"))
                .isInstanceOf(ServiceException.class);
        form.put("name", "n".repeat(512));
        form.put("unknown", "x".repeat(1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e401", "-1e401", "1e-401", "0e-401", "1e999", "[[{\"b\":1e999}]]", "1e99999999999"})
    void numbersThatWouldGrowAreRefused(String number) {
        assertThatThrownBy(() -> form.put("user_metadata", "{\"a\":" + number + "}"))
                .isInstanceOfSatisfying(ServiceException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_BODY);
                    assertThat(refusal.details()).containsEntry("field", "user_metadata");
                });
    }

    @Test
    void whatIsMeasuredIsWhatIsAnswered() {
        // Numbers are written out, characters escaped, and blanks put between elements.
        assertThatThrownBy(() -> form.put("user_metadata", "{\"a\":[" + "1e399,".repeat(170) + "0]}"))
                .isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> form.put("user_metadata", "{\"a\":\"" + "\\u0001".repeat(11_000) + "\"}"))
                .isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> form.put("user_metadata", "{\"a\":[" + "0,".repeat(22_000) + "0]}"))
                .isInstanceOf(ServiceException.class);
        form.put("user_metadata", "{\"a\":1.7976931348623157e308,\"b\":4.9e-324}");
        assertThat(form.wanted(null).userMetadata()).hasSizeBetween(630, 670);
    }

    @Test
    void tagsThatAreThereAlreadyAddNothing() {
        for (int i = 0; i < 1000; i++) {
            form.put("tags", "a, ,b,".repeat(100));
        }
        assertThat(form.wanted(null).tags()).containsExactly("a", "b");
        assertThatThrownBy(() -> form.put("tags", "[1e99999999999]")).isInstanceOf(ServiceException.class);
    }

    @Test
    void hashesAreTakenInAnyCase() {
        form.put("hash", " SHA256:" + "AB".repeat(32));
        assertThat(form.hash()).isEqualTo("sha256:" + "ab".repeat(32));
    }
}
