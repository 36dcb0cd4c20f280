package dev.coffer.common.streams;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Lets at most so many bytes through and refuses the rest with 413. */
public final class LimitedStream extends BulkFilter {
    private final long limit;
    private final Supplier<ServiceException> refusal;
    private long count;

    public LimitedStream(InputStream in, long limit) {
        this(in, limit, () -> tooLarge(limit));
    }

    /** @param refusal what is thrown when there are more bytes */
    public LimitedStream(InputStream in, long limit, Supplier<ServiceException> refusal) {
        super(in);
        this.limit = limit;
        this.refusal = refusal;
    }

    /** The refusal of a body above a limit. */
    public static ServiceException tooLarge(long limit) {
        return new ServiceException(ErrorCode.FILE_TOO_LARGE, "The body is larger than " + limit + " bytes.");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count += Math.max(read, 0);
        if (count > limit) {
            throw refusal.get();
        }
        return read;
    }
}
