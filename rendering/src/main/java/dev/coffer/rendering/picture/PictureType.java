package dev.coffer.rendering.picture;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import dev.coffer.rendering.pixel.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** The formats that renderings are written in. */
public enum PictureType {
    PNG("image/png", null),
    JPEG("image/jpeg", "JPEG"),
    WEBP("image/webp", "Lossy");

    private final String mediaType;
    private final @Nullable String compression;

    PictureType(String mediaType, @Nullable String compression) {
        this.mediaType = mediaType;
        this.compression = compression;
    }

    String mediaType() {
        return mediaType;
    }

    /** The usual extension of file names. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many copies of the pixels are in memory while they are encoded: the encoder of WebP makes one of its own. */
    int copies() {
        return this == WEBP ? 2 : 1;
    }

    /**
     * Writes an image.
     *
     * @param quality 1 to 100, where the format knows one
     */
    public void write(BufferedImage image, int quality, OutputStream out) throws IOException {
        ImageWriter writer = writer();
        try (ImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (compression != null) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionType(compression);
                parameters.setCompressionQuality(quality / 100f);
            }
            writer.setOutput(target);
            writer.write(null, new IIOImage(this == JPEG ? Pixels.opaque(image) : image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }

    private ImageWriter writer() {
        return this == WEBP
                ? new WebPImageWriterSpi().createWriterInstance(null)
                : ImageIO.getImageWritersByFormatName(name()).next();
    }
}
