package dev.coffer.rendering.decode;

import com.luciad.imageio.webp.WebPReadParam;
import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.format.Frame;
import dev.coffer.rendering.format.ImageFormat;
import dev.coffer.rendering.format.Piece;
import dev.coffer.rendering.format.Walk;
import dev.coffer.rendering.limit.Deadline;
import dev.coffer.rendering.limit.ImageConfig;
import dev.coffer.rendering.limit.ImageErrors;
import dev.coffer.rendering.pixel.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * An image whose structure has been gone through, but of which nothing is decoded so far. That is done once there
 * is room for its pixels.
 */
public final class OpenImage implements AutoCloseable {
    /** Readers join what they load, and make texts of it. */
    private static final int COPIES = 3;
    /** How libjpeg says that it has painted grey what is missing: to it that is only a warning. */
    private static final String ENDS_EARLY = "premature end of data segment";

    private final ImageFormat format;
    private final Walk walk;
    private final ImageReader reader;
    private final Deadline deadline;
    private final long loaded;
    private boolean cut;

    private OpenImage(ImageFormat format, Walk walk, ImageInputStream in, Deadline deadline) throws IOException {
        List<Piece> pieces = walk.decoded();
        this.format = format;
        this.walk = walk;
        this.deadline = deadline;
        this.loaded = (format == ImageFormat.WEBP ? Piece.length(pieces) : literals(pieces)) * COPIES;
        this.reader = format.reader();
        reader.setInput(new Splice(in, pieces, deadline), false, true);
        reader.addIIOReadWarningListener((source, warning) -> cut |= warning.contains(ENDS_EARLY));
        reader.addIIOReadProgressListener(new Abort(deadline));
    }

    private static long literals(List<Piece> pieces) {
        return pieces.stream().filter(piece -> piece.literal() != null).mapToLong(Piece::length).sum();
    }

    /**
     * Opens content as an image.
     *
     * @throws ServiceException 400 if it is none that is known here, or beyond one of the limits
     * @throws IOException if it is broken
     */
    static OpenImage of(ImageInputStream in, ImageConfig limits, Deadline deadline) throws IOException {
        long length = in.length();
        byte[] first = new byte[(int) Math.min(ImageFormat.MARK, length)];
        in.seek(0);
        in.readFully(first);
        ImageFormat format = ImageFormat.of(first).orElseThrow(ImageErrors::unknown);
        if (length > limits.maxFile().asLongValue()) {
            throw ImageErrors.tooLarge("The file is larger than the " + limits.maxFile().asLongValue()
                    + " bytes that are decoded by this server.");
        }
        Walk walk = format.walk(limits, length);
        walk.through(in, deadline);
        check(walk, limits);
        return new OpenImage(format, walk, in, deadline);
    }

    /** Both the image and the picture on it, which may be larger than it says. */
    private static void check(Walk walk, ImageConfig limits) throws IIOException {
        if (walk.width() == 0) {
            throw new IIOException("no size");
        }
        Frame frame = walk.frame();
        check(walk.width(), walk.height(), walk.atOnce(), limits);
        check(frame.width(), frame.height(), walk.atOnce(), limits);
    }

    private static void check(int width, int height, boolean atOnce, ImageConfig limits) {
        long pixels = atOnce ? Math.min(limits.maxPixels(), limits.maxPixelsAtOnce()) : limits.maxPixels();
        if ((long) width * height > pixels || Math.max(width, height) > limits.maxEdge()) {
            throw ImageErrors.tooLarge("The image has " + width + " x " + height + " pixels. This server decodes up to "
                    + pixels + " pixels of this format, and edges up to " + limits.maxEdge() + ".");
        }
    }

    public ImageFormat format() {
        return format;
    }

    public long pixels() {
        return (long) walk.width() * walk.height();
    }

    /** In pixels, of the longest edge. */
    public int edge() {
        return Math.max(walk.width(), walk.height());
    }

    /** Bytes of the heap that the reader takes beside the pixels. */
    public long loaded() {
        return loaded;
    }

    /** Bytes of the heap that one decoded pixel takes at most. */
    public int bytesPerPixel() throws IOException {
        // The reader has no type for inks, and fails if it is asked.
        ImageTypeSpecifier type = format == ImageFormat.WEBP || walk.inks() ? null : reader.getRawImageType(0);
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
    public int step(long mostPixels) {
        int step = 1;
        while (step < edge() && pixels(step) > mostPixels) {
            step++;
        }
        return step;
    }

    /** Pixels that are left if only every so many-th of a row and of a column is taken. */
    public long pixels(int step) {
        return (long) Math.ceilDiv(walk.width(), step) * Math.ceilDiv(walk.height(), step);
    }

    /**
     * Decodes the image, upright.
     *
     * @param step 1 for all pixels
     * @throws ServiceException 400 if that takes longer than it may
     * @throws IOException if it is broken
     */
    public BufferedImage read(int step) throws IOException {
        BufferedImage image = onCanvas(step);
        // A reader that is aborted returns what it has.
        deadline.check();
        if (cut) {
            throw new IIOException("the image ends early");
        }
        BufferedImage upright = walk.orientation().upright(image);
        return walk.inks() ? Pixels.plain(upright) : upright;
    }

    private BufferedImage onCanvas(int step) throws IOException {
        Frame frame = walk.frame();
        if (frame.covers(walk.width(), walk.height())) {
            return reader.read(0, parameters(step, 0, 0, frame));
        }
        BufferedImage canvas = new BufferedImage(Math.ceilDiv(walk.width(), step), Math.ceilDiv(walk.height(), step),
                BufferedImage.TYPE_4BYTE_ABGR);
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(new Color(frame.background(), true));
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        int gapX = Math.floorMod(-frame.x(), step);
        int gapY = Math.floorMod(-frame.y(), step);
        if (gapX < frame.width() && gapY < frame.height()) {
            BufferedImage picture = Pixels.plain(reader.read(0, parameters(step, gapX, gapY, frame)));
            pen.drawImage(picture, Math.ceilDiv(frame.x(), step), Math.ceilDiv(frame.y(), step), null);
        }
        pen.dispose();
        return canvas;
    }

    private ImageReadParam parameters(int step, int gapX, int gapY, Frame frame) {
        ImageReadParam parameters = reader.getDefaultReadParam();
        if (step > 1 && parameters instanceof WebPReadParam webp) {
            webp.setUseScaling(true);
            webp.setScaledWidth(Math.ceilDiv(frame.width(), step));
            webp.setScaledHeight(Math.ceilDiv(frame.height(), step));
        } else if (step > 1) {
            parameters.setSourceSubsampling(step, step, gapX, gapY);
        }
        return parameters;
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
