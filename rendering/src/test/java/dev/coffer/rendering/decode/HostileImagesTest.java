package dev.coffer.rendering.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.format.ImageFormat;
import dev.coffer.rendering.limit.Deadline;
import dev.coffer.rendering.limit.ImageConfig;
import dev.coffer.rendering.limit.ImageErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileImagesTest {
    private final ImageConfig limits = TestLimits.with();

    @ParameterizedTest
    @CsvSource({"64, 101, true", "64, 5000, true", "4096, 33, true", "4096, 150, true", "4096, 20000, true"})
    void tooManyScansAreRefusedBeforeDecoding(int edge, int scans, boolean progressive) {
        StoredImage file = new StoredImage(HostileFiles.scans(edge, scans, progressive));
        refused(file, "scans");
    }

    @Test
    void usualNumbersOfScansAreDecoded() throws IOException {
        assertThat(shown(HostileFiles.scans(64, 60, true))).containsExactly(64, 64);
        assertThat(shown(HostileFiles.scans(1024, 30, true))).containsExactly(1024, 1024);
    }

    @Test
    void scansAfterTheOnlyOneAreNeverRead() throws IOException {
        byte[] once = HostileFiles.scans(64, 1, false);
        StoredImage file = new StoredImage(HostileFiles.concat(once, new byte[10 << 20]));
        assertThat(shown(file)).containsExactly(64, 64);
        assertThat(file.bytesRead()).isLessThan(200_000);
    }

    @Test
    void segmentsAndChunksAreCounted() {
        byte[] comment = HostileFiles.bytes(0xff, 0xfe, 0, 2);
        byte[] jpeg = HostileFiles.scans(64, 1, false);
        refused(new StoredImage(HostileFiles.concat(HostileFiles.bytes(0xff, 0xd8), HostileFiles.times(70_000, comment),
                Arrays.copyOfRange(jpeg, 2, jpeg.length))), "segments");
        refused(new StoredImage(
                HostileFiles.png(8, 8, HostileFiles.times(70_000, HostileFiles.chunk("tEXt", new byte[0])))),
                "chunks");
        refused(new StoredImage(
                HostileFiles.png(8, 8, HostileFiles.times(70_000, HostileFiles.chunk("IDAT", new byte[0])))),
                "chunks");
        refused(new StoredImage(
                HostileFiles.gif(8, 8, 1, HostileFiles.times(70_000, HostileFiles.bytes(0x21, 0xfe, 0)))),
                "blocks");
        byte[] pieces =
                HostileFiles.concat(HostileFiles.bytes(0x21, 0xfe), HostileFiles.times(70_000, new byte[] {1, 1}),
                        new byte[1]);
        refused(new StoredImage(HostileFiles.gif(8, 8, 1, pieces)), "blocks");
        refused(new StoredImage(
                HostileFiles.riff(HostileFiles.times(70_000, HostileFiles.riffChunk("ANMF", new byte[16])))),
                "chunks");
    }

    @Test
    void laterFramesAreNeverRead() throws IOException {
        StoredImage file = new StoredImage(HostileFiles.gif(3, 2, 100_000));
        assertThat(shown(file)).containsExactly(3, 2);
        assertThat(file.bytesRead()).isLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP", "tEXt", "eXIf", "sPLT", "abCd"})
    void whatIsPackedIntoAPngIsNotUnpacked(String chunk) throws IOException {
        byte[] bomb = HostileFiles.concat("name\0\0".getBytes(), HostileFiles.deflated(64 << 20));
        StoredImage file = new StoredImage(HostileFiles.png(8, 8, HostileFiles.chunk(chunk, bomb)));
        assertThat(shown(file)).containsExactly(8, 8);
        assertThat(file.bytesRead()).isLessThan(200_000);
    }

    @Test
    void commentsOfAnyLengthAreSkipped() throws IOException {
        StoredImage file = new StoredImage(HostileFiles.png(8, 8, HostileFiles.chunk("tEXt", new byte[40 << 20])));
        assertThat(shown(file)).containsExactly(8, 8);
        assertThat(file.bytesRead()).isLessThan(20_000);
    }

    @Test
    void morePixelsThanAreDecodedAreRefusedByTheHeader() {
        for (byte[] file : List.of(
                HostileFiles.png(65_535, 1), HostileFiles.png(1, 65_535), HostileFiles.png(9_000, 9_000),
                HostileFiles.gif(65_535, 65_535, 1), HostileFiles.gif(65_535, 1, 1),
                HostileFiles.scans(4104, 2, true),
                HostileFiles.riff(HostileFiles.lossless(16_384, 16_384)),
                HostileFiles.riff(HostileFiles.lossless(16_384, 1_025)),
                // A canvas of one pixel, and a picture that does not fit.
                HostileFiles.riff(HostileFiles.riffChunk("VP8X", HostileFiles.bytes(2, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
                        HostileFiles.riffChunk("ANMF",
                                HostileFiles.concat(new byte[16], HostileFiles.lossless(16_384, 16_384)))))) {
            refused(new StoredImage(file), "pixels");
        }
    }

    @Test
    void aFileThatIsTooLargeIsNotLookedAt() {
        ImageConfig small = TestLimits.with("max-file", "100");
        StoredImage file = new StoredImage(HostileFiles.png(8, 8, new byte[100]));
        assertThatThrownBy(() -> OpenImage.of(file, small, TestLimits.NONE)).isInstanceOf(ServiceException.class);
        assertThat(file.bytesRead()).isEqualTo(ImageFormat.MARK);
    }

    @Test
    void junkHasAnEnd() {
        byte[] junk = new byte[100_000];
        assertThatThrownBy(() -> shown(HostileFiles.concat(HostileFiles.bytes(0xff, 0xd8, 0xff, 0xfe, 0, 2), junk)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> shown(HostileFiles.gif(1, 1, 1, junk))).isInstanceOf(ServiceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "scans", "gif", "chunks"})
    void workStopsAtTheDeadline(String kind) {
        byte[] file = switch (kind) {
            case "png" -> HostileFiles.png(8000, 8000);
            case "jpeg" -> HostileFiles.scans(8000, 1, false);
            case "scans" -> HostileFiles.scans(2048, 100, true);
            case "gif" -> HostileFiles.gif(8000, 8000, 1, HostileFiles.times(1000, HostileFiles.bytes(0x21, 0xfe, 0)));
            default -> HostileFiles.png(8, 8, HostileFiles.times(1000, HostileFiles.chunk("tEXt", new byte[0])));
        };
        AfterSomeSteps deadline = new AfterSomeSteps(5);
        assertThatThrownBy(() -> {
            try (OpenImage image = OpenImage.of(new StoredImage(file), limits, deadline)) {
                image.read(1);
            }
        }).isInstanceOfAny(IOException.class, ServiceException.class);
        assertThat(deadline.asked).isBetween(6, 20);
    }

    private static final class AfterSomeSteps implements Deadline {
        private int left;
        private int asked;

        AfterSomeSteps(int steps) {
            this.left = steps;
        }

        @Override
        public boolean passed() {
            asked++;
            return --left < 0;
        }

        @Override
        public Duration allowed() {
            return Duration.ofSeconds(20);
        }
    }

    private void refused(StoredImage file, String reason) {
        assertThatThrownBy(() -> OpenImage.of(file, limits, TestLimits.NONE))
                .isInstanceOfSatisfying(ServiceException.class, e -> {
                    assertThat(e.code()).isEqualTo(ImageErrorCode.IMAGE_TOO_LARGE);
                    assertThat(e).hasMessageContaining(reason);
                });
    }

    private List<Integer> shown(byte[] file) throws IOException {
        return shown(new StoredImage(file));
    }

    private List<Integer> shown(StoredImage file) throws IOException {
        try (OpenImage image = OpenImage.of(file, limits, TestLimits.NONE)) {
            var picture = image.read(1);
            return List.of(picture.getWidth(), picture.getHeight());
        }
    }
}
