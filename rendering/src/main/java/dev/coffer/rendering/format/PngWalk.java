package dev.coffer.rendering.format;

import dev.coffer.rendering.limit.ImageConfig;
import dev.coffer.rendering.pixel.Orientation;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/** The chunks of a PNG. Its decoder gets size, palette, transparency and pixels. */
final class PngWalk extends Walk {
    private static final int SIGNATURE = 8;
    private static final int HEADER = 13;
    private static final int INDEXED = 3;
    private static final int COLOURS = 256;
    private static final int PALETTE = 3 * COLOURS;
    /** What chunks have beside their data: length and type before, a checksum behind. */
    private static final int BEFORE = 8;
    private static final int AROUND = 12;
    private static final byte[] XMP = "XML:com.adobe.xmp\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long MOST_LOOKED_AT = 1 << 20;

    private byte @Nullable [] header;
    private byte @Nullable [] palette;
    private byte @Nullable [] transparency;
    private long begin;
    private long end;
    private long lookedAt;

    PngWalk(ImageConfig limits, long length) {
        super(limits, length);
        want(SIGNATURE, BEFORE, this::chunk);
    }

    private void chunk(ByteBuffer bytes) throws IOException {
        block();
        long data = position() + BEFORE;
        int size = bytes.getInt();
        if (size < 0) {
            throw new IIOException("a chunk has no length");
        }
        byte[] type = new byte[Integer.BYTES];
        bytes.get(type);
        String name = new String(type, StandardCharsets.ISO_8859_1);
        if (name.equals("IDAT")) {
            pixels(data - BEFORE, data - BEFORE + AROUND + size);
        }
        switch (header == null && !name.equals("IHDR") ? "" : name) {
            case "" -> throw new IIOException("no header");
            case "IHDR" -> look(data, size, HEADER, this::header);
            case "PLTE" -> look(data, size, PALETTE, seen -> palette = seen.array());
            case "tRNS" -> look(data, size, COLOURS, seen -> transparency = seen.array());
            case "eXIf" -> look(data, size, LOOK, seen -> orientation(Orientation.ofExif(seen)));
            case "iTXt" -> look(data, size, LOOK, this::text);
            case "IEND" -> {}
            default -> next(data, size);
        }
    }

    private void look(long data, int size, int most, Step seen) {
        int count = Math.min(size, most);
        lookedAt += count;
        if (count == 0 || lookedAt > MOST_LOOKED_AT) {
            next(data, size);
            return;
        }
        want(data, count, bytes -> {
            seen.take(bytes);
            next(data, size);
        });
    }

    private void next(long data, int size) {
        long at = data + size + Integer.BYTES;
        if (at + BEFORE <= length()) {
            want(at, BEFORE, this::chunk);
        }
    }

    private void header(ByteBuffer bytes) throws IIOException {
        if (bytes.remaining() < HEADER) {
            throw new IIOException("the header is cut");
        }
        if (header == null) {
            header = bytes.array();
            size(bytes.getInt(), bytes.getInt());
        }
    }

    private void text(ByteBuffer bytes) {
        if (Orientation.startsWith(bytes, XMP)) {
            orientation(Orientation.ofXmp(bytes));
        }
    }

    /** Those that follow each other without a gap count. */
    private void pixels(long from, long to) {
        if (end == 0) {
            begin = from;
            end = to;
        } else if (end == from) {
            end = to;
        }
    }

    @Override
    public List<Piece> decoded() throws IOException {
        if (header == null || end == 0) {
            throw new IIOException("no pixels");
        }
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(first);
        out.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "IHDR", header);
        if (header[9] == INDEXED && palette != null) {
            // An index without a colour is black; the decoder would fail on it.
            chunk(out, "PLTE", Arrays.copyOf(palette, colours(header) * 3));
        }
        if (transparency != null) {
            chunk(out, "tRNS", Arrays.copyOf(transparency, Math.min(transparency.length, colours(header))));
        }
        List<Piece> pieces = new ArrayList<>(List.of(Piece.of(first.toByteArray()), Piece.range(begin, end)));
        pieces.add(Piece.of(new byte[] {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0, 0, 0, 0}));
        return pieces;
    }

    private static int colours(byte[] header) {
        int depth = header[8];
        return depth >= 1 && depth < Byte.SIZE ? 1 << depth : COLOURS;
    }

    /** The decoder does not look at the checksum. */
    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        out.writeInt(data.length);
        out.write(type.getBytes(StandardCharsets.ISO_8859_1));
        out.write(data);
        out.writeInt(0);
    }
}
