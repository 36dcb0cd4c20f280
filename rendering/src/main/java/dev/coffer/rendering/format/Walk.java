package dev.coffer.rendering.format;

import dev.coffer.rendering.limit.Deadline;
import dev.coffer.rendering.limit.ImageConfig;
import dev.coffer.rendering.limit.ImageErrors;
import dev.coffer.rendering.pixel.Orientation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the structure of an image and counts what it is made of, without decoding anything. It names the bytes
 * that it wants to see next, ever further on in the file, and is given these alone; so the same walk works on content
 * that passes by and on content that is stored. What decoders need is collected; comments, texts and thumbnails,
 * which they would load, never reach them.
 */
public abstract class Walk {
    /** The length of content that passes by: unknown, and only the header is of interest. */
    static final long PASSING = Long.MAX_VALUE;

    /** Most bytes that are looked at of one text or one set of Exif data. */
    static final int LOOK = 64 * 1024;
    private static final int MOST_JUNK = 64 * 1024;

    private final ImageConfig limits;
    private final long length;
    private final List<Piece> pieces = new ArrayList<>();
    private long position;
    private int wanted;
    private @Nullable Step step;
    private long blocks;
    private long junk;
    private int width;
    private int height;
    private @Nullable Orientation orientation;

    /** What is done with the bytes that were wanted. */
    interface Step {
        void take(ByteBuffer bytes) throws IOException;
    }

    Walk(ImageConfig limits, long length) {
        this.limits = limits;
        this.length = length;
    }

    /** Whether there is more to see. */
    boolean goesOn() {
        return step != null;
    }

    long position() {
        return position;
    }

    int wanted() {
        return wanted;
    }

    /** Takes the bytes that are wanted. */
    void take(ByteBuffer bytes) throws IOException {
        Step now = Objects.requireNonNull(step, "the walk has ended");
        step = null;
        now.take(bytes);
    }

    /**
     * Goes all the way.
     *
     * @throws IOException if the file is broken
     */
    public void through(ImageInputStream in, Deadline deadline) throws IOException {
        while (goesOn()) {
            deadline.check();
            byte[] bytes = new byte[wanted];
            in.seek(position);
            in.readFully(bytes);
            take(ByteBuffer.wrap(bytes));
        }
    }

    /** Bytes that a step wants to see next; the walk ends if none are wanted. */
    final void want(long at, int count, Step next) {
        position = at;
        wanted = count;
        step = next;
    }

    /** The same, of a file that may end before. */
    final void wantUpTo(long at, int most, Step next) {
        int count = (int) Math.min(most, length - at);
        if (count > 0) {
            want(at, count, next);
        }
    }

    /**
     * Another chunk, segment or block.
     *
     * @throws dev.coffer.common.error.ServiceException if these are too many
     */
    final void block() {
        if (++blocks > limits.maxBlocks()) {
            throw ImageErrors.tooLarge("The file has more than " + limits.maxBlocks() + " chunks, segments or blocks.");
        }
    }

    /** Bytes that mean nothing. */
    final void junk(int count) throws IIOException {
        junk += count;
        if (junk > MOST_JUNK) {
            throw new IIOException("too many bytes that mean nothing");
        }
    }

    final boolean passing() {
        return length == PASSING;
    }

    final long length() {
        return length;
    }

    final ImageConfig limits() {
        return limits;
    }

    final void size(int width, int height) throws IIOException {
        if (width < 1 || height < 1) {
            throw new IIOException("no pixels");
        }
        this.width = width;
        this.height = height;
    }

    /** The first one counts. */
    final void orientation(@Nullable Orientation found) {
        if (orientation == null) {
            orientation = found;
        }
    }

    /** Bytes that the decoder gets as they are. */
    final void keep(long from, long to) {
        Piece last = pieces.isEmpty() ? null : pieces.getLast();
        if (last != null && last.literal() == null && last.end() == from) {
            pieces.set(pieces.size() - 1, Piece.range(last.from(), to));
        } else if (to > from) {
            pieces.add(Piece.range(from, to));
        }
    }

    final List<Piece> kept() {
        return pieces;
    }

    /** In pixels, as stored; 0 if it is not known (yet). */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public Orientation orientation() {
        return orientation == null ? Orientation.TOP_LEFT : orientation;
    }

    /** What the decoder is given instead of the file. */
    public abstract List<Piece> decoded() throws IOException;

    /** Where the decoded picture is on the image. */
    public Frame frame() {
        return Frame.all(width, height);
    }

    /** Whether the decoder holds all of the image at once, outside of the heap. */
    public boolean atOnce() {
        return false;
    }

    /** Whether it has four inks, as printers have them. */
    public boolean inks() {
        return false;
    }
}
