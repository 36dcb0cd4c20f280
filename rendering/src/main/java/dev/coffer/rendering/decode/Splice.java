package dev.coffer.rendering.decode;

import dev.coffer.rendering.format.Piece;
import dev.coffer.rendering.limit.Deadline;
import java.io.IOException;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/** What a decoder is given: pieces of a file and bytes of our own, one after the other. It breaks at the deadline. */
final class Splice extends ImageInputStreamImpl {
    private final ImageInputStream file;
    private final List<Piece> pieces;
    private final long[] begins;
    private final long length;
    private final Deadline deadline;
    private int current;

    Splice(ImageInputStream file, List<Piece> pieces, Deadline deadline) {
        this.file = file;
        this.pieces = List.copyOf(pieces);
        this.begins = new long[pieces.size()];
        long begin = 0;
        for (int i = 0; i < begins.length; i++) {
            begins[i] = begin;
            begin += pieces.get(i).length();
        }
        this.length = begin;
        this.deadline = deadline;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        checkClosed();
        deadline.check();
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        if (streamPos >= length) {
            return -1;
        }
        find();
        Piece piece = pieces.get(current);
        long at = streamPos - begins[current];
        int most = (int) Math.min(count, piece.length() - at);
        int read = piece.literal() == null
                ? fromFile(piece.from() + at, target, offset, most)
                : fromLiteral(piece.literal(), (int) at, target, offset, most);
        if (read > 0) {
            streamPos += read;
        }
        return read;
    }

    private void find() {
        while (streamPos < begins[current]) {
            current--;
        }
        while (streamPos >= begins[current] + pieces.get(current).length()) {
            current++;
        }
    }

    private int fromFile(long at, byte[] target, int offset, int count) throws IOException {
        file.seek(at);
        return file.read(target, offset, count);
    }

    private static int fromLiteral(byte[] literal, int at, byte[] target, int offset, int count) {
        System.arraycopy(literal, at, target, offset, count);
        return count;
    }
}
