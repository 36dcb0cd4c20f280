package dev.coffer.asset.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.rendering.picture.PictureType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedContentTest {
    @ParameterizedTest
    @EnumSource(PictureType.class)
    void aPassingImageTellsItsSize(PictureType type) throws IOException {
        byte[] file = Pictures.file(Pictures.twoHalves(300, 70), type);
        for (int chunk : new int[] {1, 7, 12, 13, 4096, file.length}) {
            assertThat(watched(file, chunk).facts()).as("in pieces of " + chunk).contains(new ImageFacts(300, 70));
        }
    }

    @Test
    void theFirstBytesTellTheType() throws IOException {
        byte[] file = Pictures.png(5, 5);
        for (int chunk : new int[] {1, 7, 4096}) {
            assertThat(watched(file, chunk).mediaType()).contains("image/png");
        }
        assertThat(watched(new byte[] {1}, 1).mediaType()).isEmpty();
    }

    @Test
    void aGifTellsItsSize() throws IOException {
        assertThat(watched(Pictures.gif(30, 20), 100).facts()).contains(new ImageFacts(30, 20));
    }

    @Test
    void nothingIsChangedOnTheWay() throws IOException {
        byte[] file = Pictures.png(40, 40);
        assertThat(new WatchedContent(new ByteArrayInputStream(file), Limits.BY_DEFAULT).readAllBytes())
                .isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 16})
    void aCutImageTellsNothing(int length) throws IOException {
        assertThat(watched(Arrays.copyOf(Pictures.png(5, 5), length), 100).facts()).isEmpty();
    }

    @Test
    void whatOnlyBeginsLikeAnImageTellsNothing() throws IOException {
        byte[] noise = new byte[400_000];
        new Random(1).nextBytes(noise);
        for (String mark : new String[] {"\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff", "RIFF0000WEBP"}) {
            byte[] begin = mark.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(begin, 0, noise, 0, begin.length);
            assertThat(watched(noise, 4096).facts()).isEmpty();
        }
    }

    @Test
    void theFactsAreMetadataAndBack() {
        ImageFacts facts = new ImageFacts(3, 4);
        assertThat(facts.metadata()).isEqualTo("{\"kind\":\"image\",\"width\":3,\"height\":4}");
        assertThat(ImageFacts.of("{\"kind\": \"image\", \"width\": 3, \"height\": 4}")).contains(facts);
        assertThat(ImageFacts.of("{}")).isEmpty();
        assertThat(ImageFacts.of("{\"kind\":\"model\",\"name\":\"image\"}")).isEmpty();
    }

    private static WatchedContent watched(byte[] file, int chunk) throws IOException {
        WatchedContent content = new WatchedContent(new ByteArrayInputStream(file), Limits.BY_DEFAULT);
        byte[] piece = new byte[chunk];
        while (content.read(piece) >= 0) {
            assertThat(piece).isNotNull();
        }
        return content;
    }
}
