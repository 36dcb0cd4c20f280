package dev.coffer.asset.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.rendering.Decoder;
import dev.coffer.rendering.Decoders;
import dev.coffer.rendering.OpenImage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;

/** What Pillow shows can be viewed and masked, with the same size; the colours are compared where it is decoded. */
class PillowTest {
    private final Decoders decoders = new Decoders(Limits.BY_DEFAULT, new SimpleMeterRegistry());

    /** What is done with an image. */
    private interface Use {
        BufferedImage of(Decoder decoder, byte[] file, int width, int height) throws IOException;
    }

    @Test
    void whatPillowShowsCanBeViewed() throws IOException {
        for (Optional<Rendering> wish : List.of(Rendering.of(null, "1024", null), Rendering.of("rgb", null, null),
                Rendering.of("a", null, null), Rendering.of(null, null, "webp"), Rendering.of(null, null, "jpeg"))) {
            Rendering wanted = wish.orElseThrow();
            each((decoder, file, width, height) -> {
                try (ImageInputStream in = new InMemory(file); OpenImage image = decoder.open(in)) {
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
            try (ImageInputStream below = new InMemory(file);
                    ImageInputStream above = new InMemory(Pictures.png(width, height));
                    OpenImage image = decoder.open(below);
                    OpenImage mask = decoder.open(above)) {
                return MaskComposer.masked(image, mask);
            }
        });
    }

    private void each(Use use) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(resource("pictures.zip")); InputStream answers = resource("facts.json")) {
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
        return PillowTest.class.getResourceAsStream("/pictures/" + name);
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
}
