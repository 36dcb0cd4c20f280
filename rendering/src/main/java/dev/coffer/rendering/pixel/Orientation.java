package dev.coffer.rendering.pixel;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How a camera was held: where the first pixel of the first row belongs. In the order of Exif, from 1. */
public enum Orientation {
    TOP_LEFT(false, false, false),
    TOP_RIGHT(false, true, false),
    BOTTOM_RIGHT(false, true, true),
    BOTTOM_LEFT(false, false, true),
    LEFT_TOP(true, false, false),
    RIGHT_TOP(true, true, false),
    RIGHT_BOTTOM(true, true, true),
    LEFT_BOTTOM(true, false, true);

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_ENDIAN = 0x4d4d;
    private static final int TAG = 0x112;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final String XMP = "tiff:Orientation";

    private final boolean turned;
    private final boolean fromRight;
    private final boolean fromBottom;

    Orientation(boolean turned, boolean fromRight, boolean fromBottom) {
        this.turned = turned;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** Whether rows become columns. */
    public boolean turned() {
        return turned;
    }

    /** What Exif data say, with or without their name before, if they are sound and say anything. */
    public static @Nullable Orientation ofExif(ByteBuffer exif) {
        try {
            ByteBuffer tiff = exif.slice();
            if (startsWith(tiff, EXIF)) {
                tiff = tiff.position(EXIF.length).slice();
            }
            int order = tiff.getShort(0);
            if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
                return null;
            }
            tiff.order(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            tiff.position(tiff.getInt(4));
            return ofDirectory(tiff);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Orientation ofDirectory(ByteBuffer tiff) {
        for (int left = Short.toUnsignedInt(tiff.getShort()); left > 0; left--) {
            int tag = Short.toUnsignedInt(tiff.getShort());
            int type = tiff.getShort();
            tiff.getInt();
            int value = tiff.position();
            if (tag == TAG) {
                return switch (type) {
                    case SHORT -> of(tiff.getShort(value));
                    case LONG -> of(tiff.getInt(value));
                    default -> null;
                };
            }
            tiff.position(value + Integer.BYTES);
        }
        return null;
    }

    /** What XMP says, if anything. */
    public static @Nullable Orientation ofXmp(ByteBuffer xmp) {
        String text = StandardCharsets.ISO_8859_1.decode(xmp.slice()).toString();
        int tag = text.indexOf(XMP);
        if (tag < 0) {
            return null;
        }
        int value = tag + XMP.length();
        if (text.startsWith(">", value)) {
            value += 1;
        } else if (text.startsWith("=\"", value)) {
            value += 2;
        } else {
            return null;
        }
        return value < text.length() ? of(Character.digit(text.charAt(value), 10)) : null;
    }

    private static @Nullable Orientation of(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : null;
    }

    public static boolean startsWith(ByteBuffer bytes, byte[] begin) {
        return bytes.remaining() >= begin.length
                && bytes.slice(bytes.position(), begin.length).equals(ByteBuffer.wrap(begin));
    }

    /** The image as it was seen. */
    public BufferedImage upright(BufferedImage image) {
        if (this == TOP_LEFT) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage result =
                new BufferedImage(turned ? height : width, turned ? width : height, Pixels.plainType(image));
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            Pixels.row(image, y, row);
            boolean backwards = turned ? fromBottom : fromRight;
            if (backwards) {
                reverse(row);
            }
            boolean fromEnd = turned ? fromRight : fromBottom;
            int at = fromEnd ? height - 1 - y : y;
            if (turned) {
                result.setRGB(at, 0, 1, width, row, 0, 1);
            } else {
                result.setRGB(0, at, width, 1, row, 0, width);
            }
        }
        return result;
    }

    private static void reverse(int[] row) {
        for (int i = 0, j = row.length - 1; i < j; i++, j--) {
            int first = row[i];
            row[i] = row[j];
            row[j] = first;
        }
    }
}
