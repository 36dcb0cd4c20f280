package dev.coffer.asset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class ImageHeaderTest {
    @Test
    void usualImagesPass() throws IOException {
        assertThat(atOnce(ImageFormat.PNG, Pictures.png(5, 5))).isFalse();
        assertThat(atOnce(ImageFormat.GIF, Pictures.gif(5, 5))).isFalse();
        assertThat(atOnce(ImageFormat.JPEG, jpeg(false))).isFalse();
    }

    @Test
    void progressiveImagesAreDecodedAtOnce() throws IOException {
        assertThat(atOnce(ImageFormat.JPEG, jpeg(true))).isTrue();
    }

    @Test
    void textsOfUsualLengthPassAndHugeOnesDoNot() throws IOException {
        assertThat(atOnce(ImageFormat.PNG, Pictures.withChunk(Pictures.png(5, 5), "tEXt", new byte[5 << 20]))).isFalse();
        refused(ImageFormat.PNG, Pictures.withChunk(Pictures.png(5, 5), "tEXt", new byte[17 << 20]));
    }

    @Test
    void commentsOfManyPiecesDoNotPass() throws IOException {
        byte[] gif = Pictures.gif(5, 5);
        ByteArrayOutputStream hostile = new ByteArrayOutputStream();
        int head = 13 + (3 << (gif[10] & 7) + 1);
        hostile.write(gif, 0, head);
        hostile.write(0x21);
        hostile.write(0xfe);
        for (int i = 0; i < 2000; i++) {
            hostile.write(255);
            hostile.write(new byte[255]);
        }
        hostile.write(0);
        hostile.write(gif, head, gif.length - head);
        refused(ImageFormat.GIF, hostile.toByteArray());
    }

    @Test
    void aHeaderWithoutAnEndDoesNotPass() throws IOException {
        for (int length : new int[] {3, 20, 40}) {
            assertThatThrownBy(() -> atOnce(ImageFormat.PNG, Arrays.copyOf(Pictures.png(5, 5), length)))
                    .isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> atOnce(ImageFormat.JPEG, Arrays.copyOf(jpeg(false), length)))
                    .isInstanceOf(EOFException.class);
        }
    }

    private static void refused(ImageFormat format, byte[] file) {
        assertThatThrownBy(() -> atOnce(format, file)).isInstanceOf(IOException.class).hasMessageContaining("larger than");
    }

    private static boolean atOnce(ImageFormat format, byte[] file) throws IOException {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            return ImageHeader.of(format, in).atOnce();
        }
    }

    private static byte[] jpeg(boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(target);
            writer.write(null, new IIOImage(new BufferedImage(9, 9, BufferedImage.TYPE_3BYTE_BGR), null, null), parameters);
        }
        return out.toByteArray();
    }
}
