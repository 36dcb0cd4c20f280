package dev.coffer.asset.image;

import com.luciad.imageio.webp.WebPReadParam;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** An image of which so far only the size is known. It is decoded once somebody has found room for its pixels. */
final class OpenImage implements AutoCloseable {
    /** Readers join what they load, and make texts of it. */
    private static final int COPIES = 3;
    /** How libjpeg says that it has painted grey what is missing: to it that is only a warning. */
    private static final String ENDS_EARLY = "premature end of data segment";

    private final ImageFormat format;
    private final ImageReader reader;
    private final int width;
    private final int height;
    private final long loaded;
    private final boolean inks;
    private boolean cut;

    private OpenImage(ImageFormat format, ImageReader reader, ImageFacts size, long loaded, boolean inks) {
        this.format = format;
        this.reader = reader;
        this.width = size.width();
        this.height = size.height();
        this.loaded = loaded * COPIES;
        this.inks = inks;
        reader.addIIOReadWarningListener((source, warning) -> cut |= warning.contains(ENDS_EARLY));
    }

    /**
     * Opens content as an image.
     *
     * @throws ServiceException 400 if it is none that is known here, or larger than configured
     * @throws IOException if it is broken
     */
    static OpenImage of(ImageInputStream in, ImageConfig limits) throws IOException {
        byte[] first = first(in, ImageFormat.MARK);
        ImageFormat format = ImageFormat.of(first).orElseThrow(OpenImage::unknown);
        ImageHeader header = ImageHeader.of(format, in);
        ImageReader reader = format.reader();
        try {
            // Only the orientation of a JPEG is of interest; the rest could be of any size.
            reader.setInput(in, false, format != ImageFormat.JPEG);
            OpenImage image = format == ImageFormat.WEBP
                    ? new OpenImage(format, reader, webpSize(in), in.length(), false)
                    : new OpenImage(format, reader, new ImageFacts(reader.getWidth(0), reader.getHeight(0)), header.length(),
                            header.inks());
            image.check(limits, header.atOnce());
            return image;
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            throw e;
        }
    }

    /** The reader would load the whole file to say it. */
    private static ImageFacts webpSize(ImageInputStream in) throws IOException {
        byte[] head = first(in, ImageFormat.WEBP.headSize());
        return ImageFacts.of(ImageFormat.WEBP, head).orElseThrow(() -> new IIOException("no picture"));
    }

    private static byte[] first(ImageInputStream in, int most) throws IOException {
        byte[] first = new byte[(int) Math.min(most, in.length())];
        in.seek(0);
        in.readFully(first);
        in.seek(0);
        return first;
    }

    private void check(ImageConfig limits, boolean atOnce) {
        long pixels = atOnce ? Math.min(limits.maxPixels(), limits.maxPixelsAtOnce()) : limits.maxPixels();
        if (pixels() > pixels || Math.max(width, height) > limits.maxEdge()) {
            throw tooLarge("The image has " + width + " x " + height + " pixels. This server decodes up to " + pixels
                    + " pixels of this format, and edges up to " + limits.maxEdge() + ".");
        }
    }

    static ServiceException tooLarge(String message) {
        return new ServiceException(ErrorCode.IMAGE_TOO_LARGE, message);
    }

    static ServiceException unknown() {
        return new ServiceException(
                ErrorCode.INVALID_IMAGE, "The content is no image that can be read: PNG, JPEG, GIF or WebP.");
    }

    long pixels() {
        return (long) width * height;
    }

    /** Bytes of the heap that the reader takes beside the pixels. */
    long loaded() {
        return loaded;
    }

    /** Bytes of the heap that one decoded pixel takes at most. */
    int bytesPerPixel() throws IOException {
        // The reader has no type for inks, and fails if it is asked.
        ImageTypeSpecifier type = format == ImageFormat.WEBP || inks ? null : reader.getRawImageType(0);
        if (type == null) {
            return Integer.BYTES;
        }
        SampleModel model = type.getSampleModel();
        int bits = 0;
        for (int band = 0; band < model.getNumBands(); band++) {
            bits += model.getSampleSize(band);
        }
        return Math.max(Integer.BYTES, bits / Byte.SIZE);
    }

    /** The smallest step with which no more than so many pixels are left. */
    int step(long mostPixels) {
        int step = 1;
        while (pixels(step) > mostPixels) {
            step++;
        }
        return step;
    }

    /** Pixels that are left if only every so many-th of a row and of a column is taken. */
    long pixels(int step) {
        return (long) Math.ceilDiv(width, step) * Math.ceilDiv(height, step);
    }

    /** Decodes the image, upright. @param step 1 for all pixels */
    BufferedImage read(int step) throws IOException {
        BufferedImage image = reader.read(0, parameters(step));
        if (cut) {
            throw new IIOException("the image ends early");
        }
        return upright(inks ? Pixels.plain(image) : image);
    }

    private BufferedImage upright(BufferedImage image) {
        Orientation orientation = orientation();
        return orientation == null || orientation == Orientation.TOP_LEFT
                ? image
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }

    private ImageReadParam parameters(int step) {
        ImageReadParam parameters = reader.getDefaultReadParam();
        if (step > 1 && parameters instanceof WebPReadParam webp) {
            webp.setUseScaling(true);
            webp.setScaledWidth(Math.ceilDiv(width, step));
            webp.setScaledHeight(Math.ceilDiv(height, step));
        } else if (step > 1) {
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        return parameters;
    }

    /** What a camera says; an image whose metadata cannot be read is as it is. */
    private Orientation orientation() {
        try {
            return format == ImageFormat.JPEG ? ExifUtils.getExifOrientation(reader, 0) : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
