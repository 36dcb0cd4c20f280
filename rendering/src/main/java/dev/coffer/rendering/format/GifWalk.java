package dev.coffer.rendering.format;

import dev.coffer.rendering.limit.ImageConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/** The blocks of a GIF up to its first picture; the others are never looked at, however many there are. */
final class GifWalk extends Walk {
    private static final int SCREEN = 6;
    private static final int SCREEN_SIZE = 7;
    private static final int IMAGE_SIZE = 9;
    private static final int COLOURS = 256;
    private static final int HAS_PALETTE = 0x80;
    private static final int INTERLACED = 0x40;
    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xf9;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int OPAQUE = 0xff000000;
    /** A code has up to twelve bits and stands for a pixel at least; with that even careless writers get along. */
    private static final int BYTES_PER_PIXEL = 3;
    private static final int SLACK = 64 * 1024;

    private int screenWidth;
    private int screenHeight;
    private byte @Nullable [] palette;
    private int transparent = -1;
    private int imageFlags;
    private Frame frame = Frame.all(0, 0);
    private long data;

    GifWalk(ImageConfig limits) {
        super(limits, PASSING);
        want(SCREEN, SCREEN_SIZE, this::screen);
    }

    private void screen(ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        screenWidth = Short.toUnsignedInt(bytes.getShort());
        screenHeight = Short.toUnsignedInt(bytes.getShort());
        long at = position() + SCREEN_SIZE;
        palette(bytes.get(), at, this::block);
    }

    private interface At {
        void go(long position);
    }

    private void palette(int flags, long at, At next) {
        if ((flags & HAS_PALETTE) == 0) {
            next.go(at);
            return;
        }
        int size = 3 << (flags & 7) + 1;
        want(at, size, bytes -> {
            palette = bytes.array();
            next.go(at + size);
        });
    }

    private void block(long at) {
        want(at, 1, bytes -> {
            block();
            switch (Byte.toUnsignedInt(bytes.get())) {
                case EXTENSION -> want(at + 1, 2, this::extension);
                case IMAGE -> want(at + 1, IMAGE_SIZE, this::image);
                case TRAILER -> throw new IIOException("no picture");
                default -> {
                    junk(1);
                    block(at + 1);
                }
            }
        });
    }

    private void extension(ByteBuffer bytes) {
        int label = Byte.toUnsignedInt(bytes.get());
        int size = Byte.toUnsignedInt(bytes.get());
        long sizeAt = position() + 1;
        if (label == CONTROL && size >= 4) {
            want(sizeAt + 1, 4, control -> {
                transparent = (control.get(0) & 1) == 0 ? -1 : Byte.toUnsignedInt(control.get(3));
                part(sizeAt + 1 + size);
            });
        } else if (size > 0) {
            part(sizeAt + 1 + size);
        } else {
            block(sizeAt + 1);
        }
    }

    private void part(long at) {
        want(at, 1, bytes -> {
            block();
            int size = Byte.toUnsignedInt(bytes.get());
            if (size == 0) {
                block(at + 1);
            } else {
                part(at + 1 + size);
            }
        });
    }

    private void image(ByteBuffer bytes) throws IIOException {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        int x = Short.toUnsignedInt(bytes.getShort());
        int y = Short.toUnsignedInt(bytes.getShort());
        int width = Short.toUnsignedInt(bytes.getShort());
        int height = Short.toUnsignedInt(bytes.getShort());
        imageFlags = bytes.get();
        frame = new Frame(x, y, width, height, 0);
        // A picture that does not fit makes room for itself.
        size(Math.max(screenWidth, x + width), Math.max(screenHeight, y + height));
        palette(imageFlags, position() + IMAGE_SIZE, at -> data = at);
    }

    /** What is beside the picture shows through, or is the first colour, as in Pillow. */
    @Override
    public Frame frame() {
        int background = transparent >= 0 ? 0 : OPAQUE | colour(0);
        return new Frame(frame.x(), frame.y(), frame.width(), frame.height(), background);
    }

    private int colour(int index) {
        if (palette == null) {
            return index * 0x010101;
        }
        int at = 3 * index;
        return at + 2 < palette.length
                ? (palette[at] & 0xff) << 16 | (palette[at + 1] & 0xff) << 8 | palette[at + 2] & 0xff
                : 0;
    }

    @Override
    public List<Piece> decoded() throws IOException {
        if (frame.width() == 0 || frame.height() == 0) {
            throw new IIOException("the first picture has no pixels");
        }
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.write("GIF89a".getBytes(StandardCharsets.ISO_8859_1));
        size(first);
        first.write(new byte[] {(byte) 0xf7, 0, 0});
        for (int i = 0; i < COLOURS; i++) {
            int colour = colour(i);
            first.write(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
        }
        if (transparent >= 0) {
            first.write(new byte[] {EXTENSION, (byte) CONTROL, 4, 1, 0, 0, (byte) transparent, 0});
        }
        first.write(new byte[] {IMAGE, 0, 0, 0, 0});
        size(first);
        first.write(imageFlags & INTERLACED);
        long most = (long) frame.width() * frame.height() * BYTES_PER_PIXEL + SLACK;
        return List.of(Piece.of(first.toByteArray()), Piece.range(data, data + most));
    }

    private void size(ByteArrayOutputStream out) throws IOException {
        int width = frame.width();
        int height = frame.height();
        out.write(new byte[] {(byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8)});
    }
}
