package dev.coffer.asset.image;

import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * What stands before the pixels, looked over because image readers load it whole: comments, profiles and texts of any
 * length. Nothing is read but the lengths.
 *
 * @param length in bytes
 * @param atOnce whether the reader has to decode all of the image at once
 * @param inks whether it is a JPEG of four inks, as printers have them
 */
record ImageHeader(long length, boolean atOnce, boolean inks) {
    private static final long LARGEST = 16 << 20;
    /** The GIF reader joins the pieces of a comment one by one, which takes the square of their number. */
    private static final long LARGEST_OF_GIF = 256 << 10;
    private static final int IDAT = 0x49444154;
    /** The length of a segment, the precision, height and width. */
    private static final int BEFORE_COMPONENTS = 7;
    private static final int CYAN_MAGENTA_YELLOW_BLACK = 4;

    /** Goes through the header and back to the start. @throws IOException if the header is broken or too large */
    static ImageHeader of(ImageFormat format, ImageInputStream in) throws IOException {
        in.seek(0);
        ImageHeader header = switch (format) {
            case PNG -> png(in);
            case JPEG -> jpeg(in);
            case GIF -> gif(in);
            case WEBP -> new ImageHeader(0, true, false);
        };
        in.seek(0);
        return header;
    }

    private static ImageHeader readInParts(ImageInputStream in) throws IOException {
        return new ImageHeader(in.getStreamPosition(), false, false);
    }

    private static ImageHeader png(ImageInputStream in) throws IOException {
        in.seek(8);
        while (true) {
            long length = in.readUnsignedInt();
            if (in.readInt() == IDAT) {
                return readInParts(in);
            }
            ahead(in, length + 4, LARGEST);
        }
    }

    private static ImageHeader jpeg(ImageInputStream in) throws IOException {
        in.seek(2);
        boolean progressive = false;
        boolean inks = false;
        while (true) {
            int marker = in.readUnsignedByte();
            while (marker != 0xff) {
                marker = in.readUnsignedByte();
                ahead(in, 0, LARGEST);
            }
            while (marker == 0xff) {
                marker = in.readUnsignedByte();
            }
            if (marker == 0xda) {
                return new ImageHeader(in.getStreamPosition(), progressive, inks);
            }
            progressive |= marker == 0xc2 || marker == 0xc6 || marker == 0xca || marker == 0xce;
            inks |= beginsFrame(marker) && components(in) == CYAN_MAGENTA_YELLOW_BLACK;
            boolean standsAlone = marker == 0x01 || marker >= 0xd0 && marker <= 0xd9 || marker == 0;
            ahead(in, standsAlone ? 0 : Math.max(0, in.readUnsignedShort() - 2), LARGEST);
        }
    }

    private static boolean beginsFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Of a frame whose segment begins here; the stream stays where it is. */
    private static int components(ImageInputStream in) throws IOException {
        long segment = in.getStreamPosition();
        in.seek(segment + BEFORE_COMPONENTS);
        int components = in.readUnsignedByte();
        in.seek(segment);
        return components;
    }

    private static ImageHeader gif(ImageInputStream in) throws IOException {
        in.seek(10);
        int flags = in.readUnsignedByte();
        in.seek(13 + ((flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1));
        int block = in.readUnsignedByte();
        while (block == 0x21) {
            in.readUnsignedByte();
            int length = in.readUnsignedByte();
            while (length > 0) {
                ahead(in, length, LARGEST_OF_GIF);
                length = in.readUnsignedByte();
            }
            block = in.readUnsignedByte();
        }
        if (block != 0x2c) {
            throw new IIOException("no image in the file");
        }
        return readInParts(in);
    }

    private static void ahead(ImageInputStream in, long length, long largest) throws IOException {
        long next = in.getStreamPosition() + length;
        if (next > largest) {
            throw new IIOException("the header is larger than " + largest + " bytes");
        }
        in.seek(next);
    }
}
