package dev.coffer.files.icon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.files.icon.Icon.NoImage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IconTest {

    @ParameterizedTest
    @CsvSource({"png,1000,500,256,128", "jpeg,1000,500,256,128", "png,100,50,100,50", "jpeg,5000,4000,256,205", "png,1,1,1,1"})
    void anIconIsASmallJpegOfTheSameShape(String format, int width, int height, int iconWidth, int iconHeight)
            throws Exception {
        byte[] icon = Icon.of(new ByteArrayInputStream(picture(format, width, height, BufferedImage.TYPE_INT_RGB)));
        assertThat(icon).startsWith(0xff, 0xd8);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(icon));
        assertThat(image.getWidth()).isEqualTo(iconWidth);
        assertThat(image.getHeight()).isBetween(iconHeight - 1, iconHeight + 1);
    }

    @Test
    void whatIsTransparentIsWhite() throws Exception {
        byte[] clear = picture("png", 300, 300, BufferedImage.TYPE_INT_ARGB);
        BufferedImage icon = ImageIO.read(new ByteArrayInputStream(Icon.of(new ByteArrayInputStream(clear))));
        assertThat(new Color(icon.getRGB(200, 200)).getBlue()).isGreaterThan(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp"})
    void otherFormatsAreRefused(String format) throws IOException {
        byte[] content = picture(format, 10, 10, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> Icon.of(new ByteArrayInputStream(content))).isInstanceOf(NoImage.class);
    }

    @Test
    void textAndNothingAreRefused() {
        assertThatThrownBy(() -> Icon.of(new ByteArrayInputStream("text".getBytes()))).isInstanceOf(NoImage.class);
        assertThatThrownBy(() -> Icon.of(new ByteArrayInputStream(new byte[0]))).isInstanceOf(NoImage.class);
    }

    @Test
    void aPhotoThatEndsEarlyIsRefused() throws IOException {
        byte[] photo = picture("jpeg", 600, 600, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> Icon.of(new ByteArrayInputStream(Arrays.copyOf(photo, photo.length / 2))))
                .isInstanceOf(NoImage.class).hasMessage("The image ends early.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aBrokenImageIsRefusedOrShownAsFarAsItGoes(String format) throws IOException {
        byte[] whole = picture(format, 600, 600, BufferedImage.TYPE_INT_RGB);
        for (int length = 8; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                assertThat(Icon.of(new ByteArrayInputStream(cut))).isNotEmpty();
            } catch (NoImage | IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    private static byte[] picture(String format, int width, int height, int type) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        if (type == BufferedImage.TYPE_INT_RGB) {
            for (int i = 0; i < Math.min(width, height); i++) {
                image.setRGB(i, i, 0xff0000 + i);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
