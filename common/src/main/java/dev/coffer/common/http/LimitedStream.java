package dev.coffer.common.http;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.io.IOException;
import java.io.InputStream;

/** Lets at most so many bytes through and refuses the rest with 413. */
public final class LimitedStream extends BulkFilter {
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
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count += Math.max(read, 0);
        if (count > limit) {
            throw tooLarge(limit);
        }
        return read;
    }
}
