package dev.coffer.rendering.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.rendering.format.PassingImage;
import dev.coffer.rendering.limit.ImageConfig;
import dev.coffer.rendering.pixel.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * What Pillow shows is shown here, with the same size and colours; {@code generate.py} made the images and its answers.
 */
class PillowTest {
    private static final int LOSSLESS = 1;
    private static final int LOSSY = 14;
    /** Chroma that is stored smaller is made larger in different ways. */
    private static final int AT_AN_EDGE = 40;

    private final ImageConfig limits = TestLimits.with();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final JsonNode facts;

    PillowTest() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(resource("pictures.zip"));
                InputStream answers = resource("facts.json")) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
            facts = new ObjectMapper().readTree(answers);
        }
    }

    private static InputStream resource(String name) {
        return PillowTest.class.getResourceAsStream("/pictures/" + name);
    }

    @Test
    void whatPillowShowsIsShown() {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            JsonNode fact = facts.get(file.getKey());
            if (!fact.get("opens").asBoolean()) {
                continue;
            }
            try {
                compare(file.getKey(), shown(file.getValue(), 1), fact, wrong);
            } catch (IOException | RuntimeException e) {
                wrong.add(file.getKey() + ": " + e);
            }
        }
        assertThat(files).hasSizeGreaterThan(300);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsReadWithGapsHasTheSameShape() throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            JsonNode fact = facts.get(file.getKey());
            if (fact.get("opens").asBoolean()) {
                BufferedImage image = shown(file.getValue(), 3);
                assertThat(List.of(image.getWidth(), image.getHeight())).as(file.getKey()).containsExactly(
                        Math.ceilDiv(fact.get("width").intValue(), 3), Math.ceilDiv(fact.get("height").intValue(), 3));
            }
        }
    }

    @Test
    void theFactsOfAnUploadAreThoseOfWhatIsShown() {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            JsonNode fact = facts.get(file.getKey());
            if (fact.get("opens").asBoolean()) {
                for (int piece : new int[] {1, 7, 4096}) {
                    assertThat(passed(file.getValue(), piece)).as(file.getKey()).contains(
                            new PassingImage.Size(fact.get("width").intValue(), fact.get("height").intValue()));
                }
            }
        }
    }

    private Optional<PassingImage.Size> passed(byte[] file, int piece) {
        PassingImage image = new PassingImage(limits);
        for (int at = 0; at < file.length; at += piece) {
            image.pass(file, at, Math.min(piece, file.length - at));
        }
        return image.size();
    }

    private BufferedImage shown(byte[] file, int step) throws IOException {
        try (OpenImage image = OpenImage.of(new StoredImage(file), limits, TestLimits.NONE)) {
            return Pixels.plain(image.read(step));
        }
    }

    private static void compare(String name, BufferedImage image, JsonNode fact, List<String> wrong) {
        int width = fact.get("width").intValue();
        int height = fact.get("height").intValue();
        if (image.getWidth() != width || image.getHeight() != height) {
            wrong.add(name + ": " + image.getWidth() + " x " + image.getHeight() + " instead of " + width + " x "
                    + height);
            return;
        }
        int allowed = name.contains("420") || name.contains("422") ? AT_AN_EDGE : isLossy(name) ? LOSSY : LOSSLESS;
        for (int i = 0; i < 16; i++) {
            int colour = image.getRGB((2 * (i % 4) + 1) * width / 8, (2 * (i / 4) + 1) * height / 8);
            JsonNode pixel = fact.get("pixels").get(i);
            int[] is = {colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff, colour >>> 24};
            if (distance(is, pixel) > allowed) {
                wrong.add(name + ": " + Arrays.toString(is) + " instead of " + pixel + " at " + i);
                return;
            }
        }
    }

    private static boolean isLossy(String name) {
        return name.startsWith("jpeg") || name.startsWith("webp") && !name.contains("lossless");
    }

    /** Of two that cannot be seen the colours do not matter. */
    private static int distance(int[] is, JsonNode pixel) {
        int distance = Math.abs(is[3] - pixel.get(3).intValue());
        for (int i = 0; i < 3 && (is[3] > 0 || pixel.get(3).intValue() > 0); i++) {
            distance = Math.max(distance, Math.abs(is[i] - pixel.get(i).intValue()));
        }
        return distance;
    }
}
