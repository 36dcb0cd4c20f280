package dev.coffer.files.icon;

import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.ImageErrorCode;
import dev.coffer.rendering.ImageFormat;
import dev.coffer.rendering.OpenImage;
import dev.coffer.rendering.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import javax.imageio.ImageIO;

/** A small JPEG of a JPEG or PNG image. A large image is read with gaps, so that it never is in memory as a whole. */
final class Icon {
    static final int EDGE = 256;

    private static final Set<ImageFormat> FORMATS = EnumSet.of(ImageFormat.JPEG, ImageFormat.PNG);

    private Icon() {}

    /** @throws ServiceException 400 if it is no JPEG or PNG */
    static byte[] of(OpenImage image) throws IOException {
        if (!FORMATS.contains(image.format())) {
            throw new ServiceException(ImageErrorCode.INVALID_IMAGE, "The file is no JPEG or PNG image.");
        }
        int step = Math.max(1, image.edge() / (2 * EDGE));
        return jpeg(Pixels.plain(image.read(step)));
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
