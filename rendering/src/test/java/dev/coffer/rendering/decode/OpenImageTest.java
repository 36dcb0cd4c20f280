package dev.coffer.rendering.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.rendering.format.PassingImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenImageTest {
    @Test
    void textsDoNotReachTheReaderAndNeedNoMemory() throws IOException {
        byte[] png = HostileFiles.png(50, 40, HostileFiles.chunk("tEXt", new byte[1 << 20]));
        try (OpenImage image = open(png)) {
            assertThat(image.pixels()).isEqualTo(2000);
            assertThat(image.loaded()).isLessThan(10_000);
        }
    }

    @Test
    void aWebPIsNotLoadedToSeeHowLargeItIs() throws IOException {
        StoredImage webp = new StoredImage(HostileFiles.riff(HostileFiles.lossless(50, 40),
                HostileFiles.riffChunk("abcd", new byte[4 << 20])));
        try (OpenImage image = OpenImage.of(webp, TestLimits.with(), TestLimits.NONE)) {
            assertThat(image.pixels()).isEqualTo(2000);
            assertThat(image.loaded()).isLessThan(10_000);
            assertThat(webp.bytesRead()).isLessThan(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void withLargerStepsFewerPixelsAreDecoded(String format) throws IOException {
        try (OpenImage image = open(picture(format, 101, 50))) {
            int step = image.step(600);
            assertThat(step).isEqualTo(3);
            assertThat(image.read(step).getWidth()).isEqualTo(34);
            assertThat(image.read(step).getHeight()).isEqualTo(17);
        }
    }

    @Test
    void aPhotoThatEndsEarlyIsBroken() throws IOException {
        byte[] photo = picture("jpeg", 300, 200);
        for (int step : new int[] {1, 3}) {
            try (OpenImage image = open(Arrays.copyOf(photo, photo.length / 2))) {
                assertThatThrownBy(() -> image.read(step)).isInstanceOf(IOException.class)
                        .hasMessageContaining("ends early");
            }
        }
        try (OpenImage image = open(Arrays.copyOf(photo, photo.length - 2))) {
            assertThat(image.read(1).getHeight()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void whatIsCutOrNoiseIsRefusedOrShownAsFarAsItGoes(String format) throws IOException {
        byte[] whole = picture(format, 100, 70);
        Random random = new Random(1);
        for (int length = 0; length < whole.length; length += 13) {
            byte[] cut = Arrays.copyOf(whole, length);
            byte[] noise = whole.clone();
            noise[random.nextInt(whole.length)] = (byte) random.nextInt();
            for (byte[] file : new byte[][] {cut, noise}) {
                new PassingImage(TestLimits.with()).pass(file, 0, file.length);
                try (OpenImage image = open(file)) {
                    assertThat(image.read(1)).isNotNull();
                } catch (IOException | RuntimeException e) {
                    assertThat(e).isNotNull();
                }
            }
        }
    }

    private static OpenImage open(byte[] file) throws IOException {
        return OpenImage.of(new StoredImage(file), TestLimits.with(), TestLimits.NONE);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < Math.min(width, height); i++) {
            image.setRGB(i, i, 0xff0000 + i);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
