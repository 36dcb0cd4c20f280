package dev.coffer.files.icon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.decode.Decoders;
import dev.coffer.rendering.picture.Renderer;
import dev.coffer.rendering.picture.RenderingMemory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IconTest {

    @ParameterizedTest
    @CsvSource({"png,1000,500,256,128", "jpeg,1000,500,256,128", "png,100,50,100,50", "jpeg,5000,4000,256,205",
        "png,1,1,1,1"})
    void anIconIsASmallJpegOfTheSameShape(String format, int width, int height, int iconWidth, int iconHeight)
            throws Exception {
        byte[] icon = icon(picture(format, width, height, BufferedImage.TYPE_INT_RGB));
        assertThat(icon).startsWith(0xff, 0xd8);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(icon));
        assertThat(image.getWidth()).isEqualTo(iconWidth);
        assertThat(image.getHeight()).isBetween(iconHeight - 1, iconHeight + 1);
    }

    @Test
    void whatIsTransparentIsWhite() throws Exception {
        byte[] clear = picture("png", 300, 300, BufferedImage.TYPE_INT_ARGB);
        BufferedImage icon = ImageIO.read(new ByteArrayInputStream(icon(clear)));
        assertThat(new Color(icon.getRGB(200, 200)).getBlue()).isGreaterThan(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp"})
    void otherFormatsAreRefused(String format) throws IOException {
        byte[] content = picture(format, 10, 10, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> icon(content)).isInstanceOf(ServiceException.class);
    }

    @Test
    void textAndNothingAreRefused() {
        assertThatThrownBy(() -> icon("text".getBytes())).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> icon(new byte[0])).isInstanceOf(ServiceException.class);
    }

    @Test
    void aPhotoThatEndsEarlyIsRefused() throws IOException {
        byte[] photo = picture("jpeg", 600, 600, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> icon(Arrays.copyOf(photo, photo.length / 2)))
                .isInstanceOf(ServiceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aBrokenImageIsRefusedOrShownAsFarAsItGoes(String format) throws IOException {
        byte[] whole = picture(format, 600, 600, BufferedImage.TYPE_INT_RGB);
        for (int length = 8; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                assertThat(icon(cut)).isNotEmpty();
            } catch (ServiceException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void whatPillowShowsHasAnIcon() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        try (ZipInputStream zip = new ZipInputStream(resource("pictures.zip"));
                InputStream answers = resource("facts.json")) {
            JsonNode facts = new ObjectMapper().readTree(answers);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                JsonNode fact = facts.get(entry.getName());
                if (fact.get("opens").asBoolean() && entry.getName().matches("(png|jpeg)-.*")) {
                    seen++;
                    compare(entry.getName(), zip.readAllBytes(), fact, wrong);
                }
            }
        }
        assertThat(seen).isGreaterThan(200);
        assertThat(wrong).isEmpty();
    }

    private static InputStream resource(String name) {
        return IconTest.class.getResourceAsStream("/pictures/" + name);
    }

    /** Shape, and the colours where nothing shines through. */
    private static void compare(String name, byte[] file, JsonNode fact, List<String> wrong) throws IOException {
        BufferedImage icon = ImageIO.read(new ByteArrayInputStream(icon(file)));
        int width = fact.get("width").intValue();
        int height = fact.get("height").intValue();
        double scale = Math.min(1, 256.0 / Math.max(width, height));
        if (icon.getWidth() != Math.max(1, Math.round(width * scale))
                || icon.getHeight() != Math.max(1, Math.round(height * scale))) {
            wrong.add(name + " has the shape " + icon.getWidth() + " x " + icon.getHeight());
            return;
        }
        boolean smooth = name.startsWith("jpeg") && width > 40 && height > 30;
        for (int i = 0; smooth && i < 16; i++) {
            Color colour = new Color(
                    icon.getRGB((2 * (i % 4) + 1) * icon.getWidth() / 8, (2 * (i / 4) + 1) * icon.getHeight() / 8));
            JsonNode pixel = fact.get("pixels").get(i);
            int distance = Math.max(Math.abs(colour.getRed() - pixel.get(0).intValue()), Math.max(
                    Math.abs(colour.getGreen() - pixel.get(1).intValue()),
                    Math.abs(colour.getBlue() - pixel.get(2).intValue())));
            if (distance > 50) {
                wrong.add(name + " has another colour: " + colour + " instead of " + pixel);
                return;
            }
        }
    }

    private static byte[] icon(byte[] file) {
        Decoders decoders = new Decoders(Limits.BY_DEFAULT, new SimpleMeterRegistry());
        return new Renderer(null, new RenderingMemory(Limits.BY_DEFAULT), decoders)
                .render("tenant", new InMemory(file), IconService.RENDERING);
    }

    /** It knows its length. */
    private static final class InMemory extends MemoryCacheImageInputStream {
        private final int length;

        InMemory(byte[] file) {
            super(new ByteArrayInputStream(file));
            this.length = file.length;
        }

        @Override
        public long length() {
            return length;
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
