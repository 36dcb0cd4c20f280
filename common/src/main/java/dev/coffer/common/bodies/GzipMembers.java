package dev.coffer.common.bodies;

import dev.coffer.common.error.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Reads gzip (RFC 1952) of a bounded number of members. The stream of the JDK calls itself
 * recursively at the end of each empty member, so that many of them would overflow the stack.
 */
final class GzipMembers extends GZIPInputStream {
    /** More than the blocks of 64 KiB, which some compressors make members of, in the largest JSON. */
    static final int MOST = 100;

    private int members = 1;
    private boolean reading;

    GzipMembers(InputStream in) throws IOException {
        super(in);
    }

    /** @throws ServiceException {@code INVALID_BODY}, 400, at the first member that is too many */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (reading) {
            return readMember(target, offset, length);
        }
        reading = true;
        try {
            return super.read(target, offset, length);
        } finally {
            reading = false;
        }
    }

    private int readMember(byte[] target, int offset, int length) throws IOException {
        members++;
        if (members > MOST) {
            throw ServiceException.invalidBody("body", "must have at most " + MOST + " gzip members");
        }
        return super.read(target, offset, length);
    }
}
