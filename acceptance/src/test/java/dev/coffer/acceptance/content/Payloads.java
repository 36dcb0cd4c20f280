package dev.coffer.acceptance.content;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;

/**
 * Realistic input. Each call creates content that was never stored before, so that a test finds only what it has stored
 * itself.
 */
public final class Payloads {
    private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime() ^ (System.currentTimeMillis() << 20));
    private static final int IMAGE_WIDTH = 640;
    private static final int IMAGE_HEIGHT = 480;
    private static final int WORKFLOW_BYTES = 200 * 1024;
    private static final int CSV_ROWS = 5000;

    private Payloads() {}

    /** A unique word. */
    public static String unique(String prefix) {
        return prefix + "-" + Long.toUnsignedString(SEEDS.incrementAndGet(), Character.MAX_RADIX);
    }

    /** A drawn image, 640 × 480. */
    public static Payload png() {
        long seed = SEEDS.incrementAndGet();
        BufferedImage image = new BufferedImage(IMAGE_WIDTH, IMAGE_HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, IMAGE_WIDTH, IMAGE_HEIGHT, new Color((int) seed)));
        pen.fillRect(0, 0, IMAGE_WIDTH, IMAGE_HEIGHT);
        pen.setColor(Color.BLACK);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            pen.drawOval(random.nextInt(IMAGE_WIDTH), random.nextInt(IMAGE_HEIGHT), random.nextInt(1, 90), 30);
        }
        pen.dispose();
        return of(unique("picture") + ".png", "image/png", encoded(image));
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", encoded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }

    /** A mask as an editor saves it, 640 × 480: transparent except for some dots. */
    public static Payload mask() {
        SplittableRandom random = new SplittableRandom(SEEDS.incrementAndGet());
        BufferedImage image = new BufferedImage(IMAGE_WIDTH, IMAGE_HEIGHT, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 200; i++) {
            image.setRGB(random.nextInt(IMAGE_WIDTH), random.nextInt(IMAGE_HEIGHT), 0xff000000);
        }
        return of(unique("mask") + ".png", "image/png", encoded(image));
    }

    /** A graph of ComfyUI nodes and links, 200 KiB. */
    public static Payload workflow() {
        String json = Workflow.json(SEEDS.incrementAndGet(), WORKFLOW_BYTES);
        return of(unique("workflow") + ".json", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Measurements of a plant, some with quotes, line breaks and letters beyond ASCII. */
    public static Payload csv() {
        SplittableRandom random = new SplittableRandom(SEEDS.incrementAndGet());
        StringBuilder rows = new StringBuilder("time;sensor;°C;remark\r\n");
        for (int i = 0; i < CSV_ROWS; i++) {
            rows.append(1_730_204_346_000L + i * 1000L).append(";pump-").append(random.nextInt(40)).append(';')
                    .append(random.nextInt(-400, 1200) / 10.0).append(";\"größer \"\"als\"\" üblich\n")
                    .append(random.nextLong()).append("\"\r\n");
        }
        return of(unique("measurements") + ".csv", "text/csv", rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Pseudo-random bytes of any length. */
    public static Payload binary(long size) {
        long seed = SEEDS.incrementAndGet();
        return new Payload(
                unique("model") + ".bin", "application/octet-stream", size, () -> new RandomBytes(seed, size));
    }

    /** A sentence. */
    public static Payload text(String content) {
        return of(unique("note") + ".txt", "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    public static Payload of(String name, String mimeType, byte[] content) {
        return new Payload(name, mimeType, content.length, () -> new ByteArrayInputStream(content));
    }
}
