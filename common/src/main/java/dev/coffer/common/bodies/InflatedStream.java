package dev.coffer.common.bodies;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.streams.BulkFilter;
import java.io.IOException;
import java.io.InputStream;

/**
 * A decompressed gzip body. Limited are its ratio to the compressed size, beyond a free number of bytes, and the number
 * of members ({@value GzipMembers#MOST}).
 */
final class InflatedStream extends BulkFilter {
    private final Sent sent;
    private final int ratio;
    private final long free;
    private long count;

    /**
     * @param ratio how many times the bytes that were sent it may become
     * @param free in bytes: until then any ratio will do
     */
    InflatedStream(InputStream body, int ratio, long free) throws IOException {
        this(new Sent(body), ratio, free);
    }

    private InflatedStream(Sent sent, int ratio, long free) throws IOException {
        super(new GzipMembers(sent));
        this.sent = sent;
        this.ratio = ratio;
        this.free = free;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count += Math.max(read, 0);
        if (count > free && count > sent.count * ratio) {
            throw new ServiceException(ErrorCode.FILE_TOO_LARGE, "The body is compressed to less than 1/" + ratio
                    + " of its size: send it with less compression, or without.");
        }
        return read;
    }

    /** Counts what has been sent. */
    private static final class Sent extends BulkFilter {
        private long count;

        Sent(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
