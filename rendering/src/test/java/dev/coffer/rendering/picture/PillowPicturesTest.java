package dev.coffer.rendering.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.rendering.decode.Decoder;
import dev.coffer.rendering.decode.Decoders;
import dev.coffer.rendering.decode.OpenImage;
import dev.coffer.rendering.decode.StoredImage;
import dev.coffer.rendering.decode.TestLimits;
import dev.coffer.rendering.pixel.Channel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/** What Pillow shows can be viewed and masked, with the same size; the colours are compared where it is decoded. */
class PillowPicturesTest {
    private static final List<Rendering> WANTED = List.of(
            new Rendering(null, 1024, PictureType.JPEG, 85), new Rendering(Channel.RGB, 0, PictureType.PNG, 90),
            new Rendering(Channel.ALPHA, 0, PictureType.PNG, 90), new Rendering(null, 0, PictureType.WEBP, 90),
            new Rendering(null, 0, PictureType.JPEG, 90));

    private final Decoders decoders = new Decoders(TestLimits.with("decoders", "4"), new SimpleMeterRegistry());

    /** What is done with an image. */
    private interface Use {
        BufferedImage of(Decoder decoder, byte[] file, int width, int height) throws IOException;
    }

    @Test
    void whatPillowShowsCanBeViewed() throws IOException {
        for (Rendering wanted : WANTED) {
            each((decoder, file, width, height) -> {
                try (ImageInputStream in = new StoredImage(file); OpenImage image = decoder.open(in)) {
                    BufferedImage drawn = Renderer.drawn(image.read(1), wanted);
                    wanted.type().write(drawn, wanted.quality(), new ByteArrayOutputStream());
                    return drawn;
                }
            });
        }
    }

    @Test
    void whatPillowShowsCanBeMasked() throws IOException {
        each((decoder, file, width, height) -> {
            try (ImageInputStream below = new StoredImage(file);
                    ImageInputStream above = new StoredImage(mask(width, height));
                    OpenImage image = decoder.open(below);
                    OpenImage mask = decoder.open(above)) {
                return MaskComposer.masked(image, mask);
            }
        });
    }

    private void each(Use use) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(resource("pictures.zip"));
                InputStream answers = resource("facts.json")) {
            JsonNode facts = new ObjectMapper().readTree(answers);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                JsonNode fact = facts.get(entry.getName());
                if (fact.get("opens").asBoolean()) {
                    byte[] file = zip.readAllBytes();
                    int width = fact.get("width").intValue();
                    int height = fact.get("height").intValue();
                    try {
                        BufferedImage image = decoders.with("tenant", decoder -> use.of(decoder, file, width, height));
                        if (image.getWidth() != width || image.getHeight() != height) {
                            wrong.add(entry.getName() + " has " + image.getWidth() + " x " + image.getHeight());
                        }
                    } catch (IOException | RuntimeException e) {
                        wrong.add(entry.getName() + ": " + e);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static InputStream resource(String name) {
        return PillowPicturesTest.class.getResourceAsStream("/pictures/" + name);
    }

    private static byte[] mask(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PictureType.PNG.write(new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR), 0, out);
        return out.toByteArray();
    }
}
