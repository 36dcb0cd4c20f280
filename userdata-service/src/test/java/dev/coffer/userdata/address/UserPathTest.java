package dev.coffer.userdata.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserPathTest {
    @ParameterizedTest
    @CsvSource({
        "workflows%2Fsub%2Fa%20b.json, workflows/sub/a b.json",
        "workflows/a.json, workflows/a.json",
        "a%252Fb.txt, a/b.txt",
        "a%252fb.txt, a/b.txt",
        "100%25.txt, 100%.txt",
        "%2541, %41",
        "a+b, a+b",
        "a;b=c, a;b=c",
        "%41, A",
        "a//b, a/b",
        "./a/./b, a/b",
        "a/../b, b",
        "a%2F..%2Fb, b",
        "a/b/.., a",
        "..a, ..a",
        "a.., a..",
        "..., ...",
        "%5C..%5Cx, \\..\\x",
        "\\, \\",
        "%C3%A9, é",
        "%F0%9F%98%80, 😀",
        "workflows/.index.json, workflows/.index.json"
    })
    void isDecodedOnceAndNormalised(String raw, String path) {
        assertThat(UserPath.ofTarget(raw).value()).isEqualTo(path);
    }

    @Test
    void rawBytesOfUtf8AreUnderstood() {
        String target = new String("é😀".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(UserPath.ofTarget(target).value()).isEqualTo("é😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "..", "../x", "..%2Fx", "%2e%2e%2fx", "%252e%252e%252fx", "%2Fetc%2Fx", "/etc/x", "a/../../x", "a/b/../../../x",
        "..%2F", "../", "./../x", "a/../..", "%2F"
    })
    void nothingLeadsOut(String raw) {
        refused(raw, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", ".", "./", "a/", "a%2F", "a/..", "a%00b", "a%0Ab", "a%7F", "%C2%85", "%", "a%", "a%2", "%zz", "%ff", "%C3",
        "%ED%A0%80", "a%252Fb%25zz"
    })
    void whatCannotBeAFileIsRefused(String raw) {
        refused(raw, 400);
    }

    @Test
    void lengthIsCountedInBytes() {
        String name = "é".repeat(127) + "x";
        assertThat(UserPath.of(name).value()).isEqualTo(name);
        refused(encode(name + "x"), 400);
        String path = (name + "/").repeat(4);
        assertThat(UserPath.of(path.substring(0, path.length() - 1)).value()).hasSize(4 * 128 + 3);
        refused(encode(path + "x"), 400);
    }

    @Test
    void knowsItsParts() {
        UserPath path = UserPath.of("a/b/c.json");
        assertThat(path.name()).isEqualTo("c.json");
        assertThat(path.root()).isEqualTo("a");
        assertThat(path.folders()).containsExactly("a", "a/b");
        assertThat(UserPath.of("c.json").root()).isEqualTo("c.json");
        assertThat(UserPath.of("c.json").folders()).isEmpty();
    }

    /** Any path is kept as it is, unless it is refused, normalised or decoded twice. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anyTextIsAPathOrRefused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String text = RandomPaths.next(random);
            try {
                UserPath path = UserPath.ofTarget(encode(text));
                assertInside(path);
                if (!RandomPaths.changes(text)) {
                    assertThat(path.value()).isEqualTo(text);
                }
            } catch (ServiceException e) {
                assertThat(e.code().status()).as("seed %d: %s", seed, text).isIn(400, 403);
            }
        }
    }

    static long[] seeds() {
        return new long[] {1, 2, 3, System.nanoTime()};
    }

    private static void assertInside(UserPath path) {
        assertThat(path.value().split("/")).isNotEmpty().doesNotContain("", ".", "..");
        assertThat(path.value()).doesNotStartWith("/").doesNotEndWith("/").doesNotContain("\0");
    }

    private static void refused(String raw, int status) {
        assertThatThrownBy(() -> UserPath.ofTarget(raw))
                .asInstanceOf(InstanceOfAssertFactories.type(ServiceException.class))
                .satisfies(e -> assertThat(e.code().status()).as(raw).isEqualTo(status))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
    }

    private static String encode(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
