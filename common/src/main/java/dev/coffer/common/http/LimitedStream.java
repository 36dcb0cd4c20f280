package dev.coffer.common.http;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets at most so many bytes through and refuses the rest with 413. */
public final class LimitedStream extends FilterInputStream {
    private final long limit;
    private long count;

    public LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** The refusal of a body above a limit. */
    static ServiceException tooLarge(long limit) {
        return new ServiceException(ErrorCode.FILE_TOO_LARGE, "The body is larger than " + limit + " bytes.");
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        count += bytes;
        if (count > limit) {
            throw tooLarge(limit);
        }
    }
}
