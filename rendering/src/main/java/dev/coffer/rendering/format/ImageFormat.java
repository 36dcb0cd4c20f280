package dev.coffer.rendering.format;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import dev.coffer.rendering.limit.ImageConfig;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats of images that are looked into; what others say of themselves is not believed. */
public enum ImageFormat {
    PNG("\u0089PNG\r\n\u001a\n", PngWalk::new),
    JPEG("\u00ff\u00d8\u00ff", JpegWalk::new),
    GIF("GIF8", (limits, length) -> new GifWalk(limits)),
    WEBP("RIFF....WEBP", WebPWalk::new);

    /** So many first bytes tell the format. */
    public static final int MARK = 12;

    private final String mark;
    private final BiFunction<ImageConfig, Long, Walk> walk;

    ImageFormat(String mark, BiFunction<ImageConfig, Long, Walk> walk) {
        this.mark = mark;
        this.walk = walk;
    }

    /** The format of content that begins so; empty for any other content. */
    public static Optional<ImageFormat> of(byte[] first) {
        String begin = new String(first, 0, Math.min(first.length, MARK), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(format -> format.begins(begin)).findFirst();
    }

    private boolean begins(String begin) {
        if (begin.length() < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (mark.charAt(i) != '.' && mark.charAt(i) != begin.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** @param length of the file in bytes, or {@link Walk#PASSING} */
    public Walk walk(ImageConfig limits, long length) {
        return walk.apply(limits, length);
    }

    /** @throws IIOException if this platform has none */
    public ImageReader reader() throws IIOException {
        if (this == WEBP && !WebP.AVAILABLE) {
            throw new IIOException("no WebP on this platform");
        }
        return this == WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(name()).next();
    }
}
