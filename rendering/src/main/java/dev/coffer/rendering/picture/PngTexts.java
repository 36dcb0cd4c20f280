package dev.coffer.rendering.picture;

import dev.coffer.rendering.format.ImageFormat;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Copies the text chunks of one PNG into another: workflows are kept in them. Chunks are copied unchanged, compressed
 * ones without being inflated.
 */
final class PngTexts extends FilterOutputStream {
    private static final Set<String> TEXTS = Set.of("tEXt", "zTXt", "iTXt");
    private static final String END = "IEND";
    private static final int SIGNATURE = 8;
    /** Length of signature and header, which come first in every PNG. */
    private static final int BEGINNING = 33;
    private static final int CRC = 4;
    private static final long MOST = 16 << 20;
    private static final int BUFFER = 8192;

    private final ImageInputStream source;
    private int begun;

    /**
     * @param source content whose text chunks are copied if it is a PNG
     * @param out takes the PNG that is written here, with the text chunks after its header
     */
    PngTexts(ImageInputStream source, OutputStream out) {
        super(out);
        this.source = source;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int first = Math.min(length, BEGINNING - begun);
        out.write(bytes, offset, first);
        begun += first;
        if (first > 0 && begun == BEGINNING) {
            copy();
        }
        out.write(bytes, offset + first, length - first);
    }

    private void copy() throws IOException {
        byte[] mark = new byte[SIGNATURE + CRC];
        source.seek(0);
        source.readFully(mark, 0, (int) Math.min(mark.length, source.length()));
        if (!ImageFormat.of(mark).equals(Optional.of(ImageFormat.PNG))) {
            return;
        }
        long position = SIGNATURE;
        long copied = 0;
        while (position + SIGNATURE + CRC <= source.length()) {
            source.seek(position);
            long length = source.readUnsignedInt();
            String type = type();
            position += SIGNATURE + length + CRC;
            if (type.equals(END) || position > source.length()) {
                return;
            }
            if (TEXTS.contains(type) && copied + length <= MOST) {
                copied += length;
                copy(type, (int) length);
            }
        }
    }

    private String type() throws IOException {
        byte[] type = new byte[4];
        source.readFully(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    private void copy(String type, int length) throws IOException {
        CRC32 sum = new CRC32();
        DataOutputStream chunk = new DataOutputStream(out);
        chunk.writeInt(length);
        OutputStream checked = new CheckedOutputStream(out, sum);
        checked.write(type.getBytes(StandardCharsets.ISO_8859_1));
        byte[] buffer = new byte[BUFFER];
        for (int left = length; left > 0;) {
            int count = Math.min(left, buffer.length);
            source.readFully(buffer, 0, count);
            checked.write(buffer, 0, count);
            left -= count;
        }
        chunk.writeInt((int) sum.getValue());
    }
}
