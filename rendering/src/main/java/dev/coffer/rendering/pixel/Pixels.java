package dev.coffer.rendering.pixel;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Set;

/** The pixels of decoded images, in any representation of the reader. */
public final class Pixels {
    private static final Set<Integer> PLAIN = Set.of(BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB);
    private static final int OPAQUE = 0xff000000;
    private static final int MOST = 0xff;

    private Pixels() {}

    /** The image with one byte for each of its channels. */
    public static BufferedImage plain(BufferedImage image) {
        if (PLAIN.contains(image.getType())) {
            return image;
        }
        BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), plainType(image));
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            result.setRGB(0, y, row.length, 1, row(image, y, row), 0, row.length);
        }
        return result;
    }

    static int plainType(BufferedImage image) {
        return image.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
    }

    /** The pixels of a row as opacity, red, green and blue. */
    public static int[] row(BufferedImage image, int y, int[] row) {
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            return inkRow(image.getRaster(), y, row);
        }
        boolean grey = image.getRaster().getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
        return grey ? greyRow(image.getRaster(), y, row) : image.getRGB(0, y, row.length, 1, row, 0, row.length);
    }

    /** Java takes greys for linear ones and would brighten them. */
    private static int[] greyRow(Raster raster, int y, int[] row) {
        int shift = raster.getSampleModel().getSampleSize(0) - Byte.SIZE;
        int[] alpha = raster.getNumBands() == 2 ? raster.getSamples(0, y, row.length, 1, 1, (int[]) null) : null;
        raster.getSamples(0, y, row.length, 1, 0, row);
        for (int x = 0; x < row.length; x++) {
            int grey = row[x] >> shift;
            int opacity = alpha == null ? OPAQUE : alpha[x] >> shift << 24;
            row[x] = opacity | grey << 16 | grey << 8 | grey;
        }
        return row;
    }

    /** As browsers show inks without a profile; Java takes them for linear, too. */
    private static int[] inkRow(Raster raster, int y, int[] row) {
        int[] inks = raster.getPixels(0, y, row.length, 1, (int[]) null);
        for (int x = 0; x < row.length; x++) {
            int white = MOST - inks[4 * x + 3];
            row[x] = OPAQUE
                    | (MOST - inks[4 * x]) * white / MOST << 16
                    | (MOST - inks[4 * x + 1]) * white / MOST << 8
                    | (MOST - inks[4 * x + 2]) * white / MOST;
        }
        return row;
    }

    /** The image over white, for formats without opacity. */
    public static BufferedImage opaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = result.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return result;
    }
}
