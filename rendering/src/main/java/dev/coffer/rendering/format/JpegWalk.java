package dev.coffer.rendering.format;

import dev.coffer.rendering.limit.ImageConfig;
import dev.coffer.rendering.limit.ImageErrors;
import dev.coffer.rendering.pixel.Orientation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;

/**
 * The segments of a JPEG. Its decoder gets tables, frame and scans, a profile if it is a good one, and one segment that
 * says how colours are stored. If there are several scans all of them are counted, for each costs as much as the image
 * has pixels, however short it is.
 */
final class JpegWalk extends Walk {
    private static final int BLOCK = 32 * 1024;
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
    private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};
    private static final int JFIF_SIZE = 14;
    private static final int ADOBE_SIZE = 12;
    private static final int ADOBE_TRANSFORM = 11;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FRAME_SIZE = 6;
    private static final int FOUR_COMPONENTS = FRAME_SIZE + 4 * 3;
    private static final int APP = 0xe0;
    private static final int COM = 0xfe;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;

    private final IccSegments profile = new IccSegments();
    private final JpegColours colours = new JpegColours();
    private boolean framed;
    private boolean progressive;
    private boolean several;
    private long scans;
    private boolean ended;

    JpegWalk(ImageConfig limits, long length) {
        super(limits, length);
        marker(2);
    }

    private void marker(long at) {
        if (at + 2 <= length()) {
            want(at, 2, this::marker);
        }
    }

    private void marker(ByteBuffer bytes) throws IOException {
        long at = position();
        int first = Byte.toUnsignedInt(bytes.get());
        int second = Byte.toUnsignedInt(bytes.get());
        if (first != 0xff) {
            junk(1);
            marker(second == 0xff ? at + 1 : at + 2);
        } else if (second == 0xff) {
            junk(1);
            marker(at + 1);
        } else if (second == EOI) {
            ended = true;
        } else if (second <= 0x01 || second >= 0xd0 && second <= 0xd8) {
            junk(2);
            marker(at + 2);
        } else {
            block();
            want(at + 2, 2, size -> segment(second, at, Short.toUnsignedInt(size.getShort())));
        }
    }

    /** A length of less than two is that of an empty segment. */
    private void segment(int marker, long begin, int length) throws IOException {
        int size = Math.max(0, length - 2);
        long data = begin + 4;
        long next = data + size;
        if (marker == SOS) {
            look(data, size, 1, next, bytes -> scan(begin, next, bytes.get()));
        } else if (isFrame(marker)) {
            keep(begin, next);
            progressive |= marker == 0xc2 || marker == 0xc6 || marker == 0xca || marker == 0xce;
            look(data, size, FOUR_COMPONENTS, next, this::frame);
        } else if (marker >= APP && marker <= APP + 0xf) {
            application(marker - APP, data, size, next);
        } else if (marker == COM) {
            marker(next);
        } else {
            keep(begin, next);
            marker(next);
        }
    }

    private void application(int number, long data, int size, long next) throws IOException {
        switch (number) {
            case 0 -> look(data, size, JFIF_SIZE, next, bytes -> colours.jfif(
                    bytes.remaining() == JFIF_SIZE && Orientation.startsWith(bytes, JFIF)));
            case 1 -> look(data, size, LOOK, next, this::metadata);
            case 2 -> look(data, passing() ? 0 : size, LOOK, next, profile::take);
            case 14 -> look(data, size, ADOBE_SIZE, next, bytes -> {
                if (bytes.remaining() == ADOBE_SIZE && Orientation.startsWith(bytes, ADOBE)) {
                    colours.adobe(Byte.toUnsignedInt(bytes.get(ADOBE_TRANSFORM)));
                }
            });
            default -> marker(next);
        }
    }

    private void look(long data, int size, int most, long next, Step seen) throws IOException {
        int count = Math.min(size, most);
        if (count == 0) {
            marker(next);
            return;
        }
        want(data, count, bytes -> {
            seen.take(bytes);
            if (!goesOn() && !ended) {
                marker(next);
            }
        });
    }

    private void metadata(ByteBuffer bytes) {
        if (Orientation.startsWith(bytes, EXIF)) {
            orientation(Orientation.ofExif(bytes));
        } else if (Orientation.startsWith(bytes, XMP)) {
            orientation(Orientation.ofXmp(bytes));
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void frame(ByteBuffer bytes) throws IOException {
        if (framed || bytes.remaining() < FRAME_SIZE) {
            throw new IIOException("not exactly one frame");
        }
        framed = true;
        int height = Short.toUnsignedInt(bytes.getShort(1));
        size(Short.toUnsignedInt(bytes.getShort(3)), height);
        colours.components(bytes);
    }

    private void scan(long begin, long data, int components) throws IOException {
        if (!framed) {
            throw new IIOException("a scan before the frame");
        }
        if (scans++ == 0) {
            several = progressive || components < colours.components();
        }
        long pixels = scans * width() * height();
        if (scans > limits().maxScans() || pixels > limits().maxScanPixels()) {
            throw ImageErrors.tooLarge("The image has too many scans for its size. This server decodes up to "
                    + limits().maxScans() + " scans, and up to " + limits().maxScanPixels()
                    + " pixels of all together.");
        }
        if (several && !passing()) {
            keep(begin, data);
            entropy(data);
        } else {
            keep(begin, length());
            ended = true;
        }
    }

    private void entropy(long at) {
        wantUpTo(at, BLOCK, this::entropy);
    }

    /** Looks for the next marker but those that belong to the coded data. */
    private void entropy(ByteBuffer bytes) {
        long begin = position();
        byte[] block = bytes.array();
        int last = block.length - 1;
        for (int i = 0; i < last; i++) {
            if (block[i] == (byte) 0xff && endsScan(block[i + 1])) {
                keep(begin, begin + i);
                marker(begin + i);
                return;
            }
        }
        boolean undecided = block[last] == (byte) 0xff && last > 0;
        long end = begin + (undecided ? last : block.length);
        keep(begin, end);
        entropy(end);
    }

    private static boolean endsScan(byte second) {
        int marker = Byte.toUnsignedInt(second);
        return marker > 0x01 && marker != 0xff && (marker < 0xd0 || marker > 0xd7);
    }

    @Override
    public List<Piece> decoded() throws IOException {
        if (scans == 0) {
            throw new IIOException("no pixels");
        }
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.write(new byte[] {(byte) 0xff, (byte) 0xd8});
        first.write(colours.segment());
        if (colours.components() == 3) {
            profile.write(first);
        }
        List<Piece> pieces = new ArrayList<>(List.of(Piece.of(first.toByteArray())));
        pieces.addAll(kept());
        if (ended && several) {
            pieces.add(Piece.of(new byte[] {(byte) 0xff, (byte) EOI}));
        }
        return pieces;
    }

    @Override
    public boolean atOnce() {
        return several;
    }

    @Override
    public boolean inks() {
        return colours.components() == 4;
    }
}
