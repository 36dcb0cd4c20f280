package dev.coffer.asset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenImageTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path directory;

    private final ImageConfig config = new SmallRyeConfigBuilder()
            .withMapping(ImageConfig.class)
            .withConverter(MemorySize.class, 100, text -> new MemorySize(new BigInteger(text)))
            .withDefaultValue("coffer.images.patience", "PT30S")
            .withDefaultValue("coffer.images.memory", String.valueOf(20 * MEGABYTE))
            .build()
            .getConfigMapping(ImageConfig.class);
    private final RenderingMemory memory = new RenderingMemory(config);

    @Test
    void whatAReaderLoadsIsTakenFromTheRoomForPixels() throws IOException {
        byte[] png = Pictures.withChunk(Pictures.png(50, 40), "tEXt", new byte[MEGABYTE]);
        try (ImageInputStream in = stream(png); OpenImage image = OpenImage.of(in, config)) {
            assertThat(image.pixels()).isEqualTo(2000);
            assertThat(memory.room(image)).isBetween(16L * MEGABYTE, 17L * MEGABYTE);
        }
    }

    @Test
    void aWebPIsNotLoadedToSeeThatItIsTooLarge() throws IOException {
        byte[] webp = Pictures.file(Pictures.twoHalves(50, 40), PictureType.WEBP);
        try (ImageInputStream in = stream(Arrays.copyOf(webp, 4 * MEGABYTE)); OpenImage image = OpenImage.of(in, config)) {
            assertThat(image.pixels()).isEqualTo(2000);
            assertThatThrownBy(() -> memory.room(image)).isInstanceOfSatisfying(ServiceException.class,
                    e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_TOO_LARGE));
        }
    }

    @Test
    void withLargerStepsFewerPixelsAreDecoded() throws IOException {
        for (PictureType type : PictureType.values()) {
            byte[] file = Pictures.file(Pictures.twoHalves(101, 50), type);
            try (ImageInputStream in = stream(file); OpenImage image = OpenImage.of(in, config)) {
                int step = image.step(600);
                assertThat(step).isEqualTo(3);
                assertThat(image.read(step).getWidth()).isEqualTo(34);
                assertThat(image.read(step).getHeight()).isEqualTo(17);
            }
        }
    }

    @Test
    void aPhotoIsTurnedUpright() throws IOException {
        byte[] photo = Pictures.lyingOnItsSide(Pictures.file(Pictures.twoHalves(60, 20), PictureType.JPEG));
        try (ImageInputStream in = stream(photo); OpenImage image = OpenImage.of(in, config)) {
            BufferedImage upright = image.read(1);
            assertThat(List.of(upright.getWidth(), upright.getHeight())).containsExactly(20, 60);
        }
    }

    @Test
    void aPhotoThatEndsEarlyIsBroken() throws IOException {
        byte[] photo = Pictures.file(Pictures.twoHalves(300, 200), PictureType.JPEG);
        for (int step : new int[] {1, 3}) {
            try (ImageInputStream in = stream(Arrays.copyOf(photo, photo.length / 2)); OpenImage image = OpenImage.of(in, config)) {
                assertThatThrownBy(() -> image.read(step)).isInstanceOf(IOException.class).hasMessageContaining("ends early");
            }
        }
        byte[] withoutTheLastMarker = Arrays.copyOf(photo, photo.length - 2);
        try (ImageInputStream in = stream(withoutTheLastMarker); OpenImage image = OpenImage.of(in, config)) {
            assertThat(image.read(1).getHeight()).isEqualTo(200);
        }
    }

    private ImageInputStream stream(byte[] file) throws IOException {
        return new FileImageInputStream(Files.write(directory.resolve("image"), file).toFile());
    }
}
