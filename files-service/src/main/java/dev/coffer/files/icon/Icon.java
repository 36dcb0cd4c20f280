package dev.coffer.files.icon;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A small JPEG of a JPEG or PNG image. A large image is read with gaps, so that it never is in memory as a whole. */
final class Icon {
    static final int EDGE = 256;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    /** The decoder of progressive JPEGs keeps something of every pixel. */
    private static final long MOST_PIXELS = 40_000_000;
    /** How libjpeg says that it has painted grey what is missing: to it that is only a warning. */
    private static final String ENDS_EARLY = "premature end of data segment";

    private Icon() {}

    /** Content that no icon can be made of. */
    static final class NoImage extends Exception {
        NoImage(String message) {
            super(message, null, false, false);
        }
    }

    /** @throws NoImage if the content is no JPEG or PNG image, broken, or too large */
    static byte[] of(InputStream content) throws IOException, NoImage {
        try (ImageInputStream in = new MemoryCacheImageInputStream(content)) {
            return jpeg(read(in));
        } catch (RuntimeException e) {
            // What readers throw at images that are not what they say.
            throw new NoImage("The image is broken.");
        }
    }

    private static BufferedImage read(ImageInputStream in) throws IOException, NoImage {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new NoImage("The file is no JPEG or PNG image.");
        }
        ImageReader reader = readers.next();
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw new NoImage("The file is no JPEG or PNG image.");
            }
            reader.setInput(in, true, true);
            return read(reader);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException, NoImage {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new NoImage("The image has more than " + MOST_PIXELS + " pixels.");
        }
        int step = Math.max(1, Math.max(width, height) / (2 * EDGE));
        ImageReadParam gaps = reader.getDefaultReadParam();
        gaps.setSourceSubsampling(step, step, 0, 0);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(0, gaps);
        if (warnings.stream().anyMatch(warning -> warning.contains(ENDS_EARLY))) {
            throw new NoImage("The image ends early.");
        }
        return image;
    }

    /** JPEG knows no transparency: what shines through is white. */
    private static byte[] jpeg(BufferedImage image) throws IOException {
        double scale = Math.min(1.0, (double) EDGE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(plain, "jpeg", out);
        return out.toByteArray();
    }
}
