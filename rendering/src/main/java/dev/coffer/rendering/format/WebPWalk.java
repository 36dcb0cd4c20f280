package dev.coffer.rendering.format;

import dev.coffer.rendering.limit.ImageConfig;
import dev.coffer.rendering.pixel.Orientation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/** The chunks of a WebP. Its decoder gets the first picture; profile and texts are left out. */
final class WebPWalk extends Walk {
    private static final int FIRST = 12;
    private static final int BEFORE = 8;
    private static final int EXTENDED = 10;
    private static final int FRAME = 16;
    private static final int PICTURE = 10;
    private static final int ANIMATION = 2;
    private static final int ALPHA = 0x10;
    private static final int LOSSLESS_MARK = 0x2f;
    private static final int MOST_14_BITS = 0x3fff;

    private boolean moves;
    private boolean extended;
    private int frames;
    private int frameX;
    private int frameY;
    private int pictureWidth;
    private int pictureHeight;
    private @Nullable Piece alpha;
    private @Nullable Piece picture;

    WebPWalk(ImageConfig limits, long length) {
        super(limits, length);
        want(FIRST, BEFORE, this::chunk);
    }

    private void chunk(ByteBuffer bytes) throws IOException {
        block();
        long begin = position();
        long data = begin + BEFORE;
        byte[] type = new byte[Integer.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).get(type);
        long size = Integer.toUnsignedLong(bytes.getInt());
        long next = data + size + (size & 1);
        switch (new String(type, StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> look(data, size, EXTENDED, next, this::extended);
            case "ANMF" -> {
                if (frames++ == 0) {
                    // The chunks of the picture are inside of it.
                    look(data, size, FRAME, data + FRAME, this::frame);
                } else {
                    next(next);
                }
            }
            case "ALPH" -> {
                if (picture == null) {
                    alpha = Piece.range(begin, next);
                }
                next(next);
            }
            case "VP8 " -> picture(begin, data, size, next, this::lossy);
            case "VP8L" -> picture(begin, data, size, next, this::lossless);
            case "EXIF" -> lookUpTo(data, size, next, seen -> orientation(Orientation.ofExif(seen)));
            case "XMP " -> lookUpTo(data, size, next, seen -> orientation(Orientation.ofXmp(seen)));
            default -> next(next);
        }
    }

    private void look(long data, long size, int count, long next, Step seen) throws IIOException {
        if (size < count) {
            throw new IIOException("a chunk is cut");
        }
        want(data, count, bytes -> {
            seen.take(bytes.order(ByteOrder.LITTLE_ENDIAN));
            next(next);
        });
    }

    private void lookUpTo(long data, long size, long next, Step seen) throws IIOException {
        if (size == 0) {
            next(next);
        } else {
            look(data, size, (int) Math.min(size, LOOK), next, seen);
        }
    }

    private void next(long at) {
        if (at + BEFORE <= length()) {
            want(at, BEFORE, this::chunk);
        }
    }

    private void extended(ByteBuffer bytes) throws IIOException {
        if (!extended) {
            extended = true;
            moves = (bytes.get(0) & ANIMATION) != 0;
            size(u24(bytes, 4) + 1, u24(bytes, 7) + 1);
        }
    }

    private void frame(ByteBuffer bytes) {
        frameX = 2 * u24(bytes, 0);
        frameY = 2 * u24(bytes, 3);
    }

    private static int u24(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at)) | Byte.toUnsignedInt(bytes.get(at + 2)) << 16;
    }

    private void picture(long begin, long data, long size, long next, Step seen) throws IIOException {
        if (picture != null) {
            next(next);
            return;
        }
        picture = Piece.range(begin, next);
        look(data, size, PICTURE, next, seen);
    }

    private void lossy(ByteBuffer bytes) throws IIOException {
        pictureSize(bytes.getShort(6) & MOST_14_BITS, bytes.getShort(8) & MOST_14_BITS);
    }

    private void lossless(ByteBuffer bytes) throws IIOException {
        int bits = bytes.getInt(1);
        if (bytes.get(0) != LOSSLESS_MARK) {
            throw new IIOException("no picture");
        }
        pictureSize((bits & MOST_14_BITS) + 1, (bits >>> 14 & MOST_14_BITS) + 1);
    }

    private void pictureSize(int width, int height) throws IIOException {
        pictureWidth = width;
        pictureHeight = height;
        if (!moves) {
            size(width, height);
        }
    }

    @Override
    public boolean atOnce() {
        return true;
    }

    @Override
    public Frame frame() {
        return new Frame(frameX, frameY, pictureWidth, pictureHeight, 0);
    }

    @Override
    public List<Piece> decoded() throws IOException {
        if (picture == null) {
            throw new IIOException("no picture");
        }
        List<Piece> pieces = new ArrayList<>();
        if (alpha != null) {
            pieces.add(Piece.of(canvas()));
            pieces.add(alpha);
        }
        pieces.add(picture);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.write("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        first.write(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) Piece.length(pieces) + 4).array());
        first.write("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        pieces.addFirst(Piece.of(first.toByteArray()));
        return pieces;
    }

    private byte[] canvas() {
        ByteBuffer chunk = ByteBuffer.allocate(BEFORE + EXTENDED).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put("VP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(EXTENDED).putInt(ALPHA);
        int width = pictureWidth - 1;
        int height = pictureHeight - 1;
        return chunk.putShort((short) width).put((byte) 0).putShort((short) height).put((byte) 0).array();
    }
}
