package dev.coffer.rendering.decode;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.ContentReference;
import dev.coffer.common.content.ByteRange;
import dev.coffer.common.error.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.ImageInputStreamImpl;
import org.jspecify.annotations.Nullable;

/**
 * Stored content as image readers want it: they go back and forth in it, and only a window of it is ever held. Those
 * of ImageIO keep all that they have read.
 */
public final class ContentImageStream extends ImageInputStreamImpl {
    private static final int WINDOW = 64 * 1024;
    /** So far ahead reading on is cheaper than asking anew. */
    private static final int NEAR = 512 * 1024;

    private final BlobClient blobs;
    private final ContentReference stored;
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int windowLength;
    private @Nullable InputStream content;
    private long contentPosition;

    public ContentImageStream(BlobClient blobs, ContentReference stored) {
        this.blobs = blobs;
        this.stored = stored;
    }

    @Override
    public long length() {
        return stored.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (streamPos < windowStart || streamPos >= windowStart + windowLength) {
            fill();
        }
        int available = (int) (windowStart + windowLength - streamPos);
        if (available <= 0) {
            return -1;
        }
        int count = Math.min(length, available);
        System.arraycopy(window, (int) (streamPos - windowStart), target, offset, count);
        streamPos += count;
        return count;
    }

    /** That the store fails is no fault of the image. */
    private void fill() {
        windowStart = streamPos;
        windowLength = 0;
        if (streamPos < stored.size()) {
            try {
                fetch();
            } catch (IOException e) {
                throw ServiceException.unavailable("The store does not give the content.");
            }
        }
    }

    private void fetch() throws IOException {
        long ahead = streamPos - contentPosition;
        if (content == null || ahead < 0 || ahead > NEAR) {
            leave();
            content = blobs.open(stored.ref(), stored.owner(), new ByteRange(streamPos, stored.size() - 1));
        } else {
            content.skipNBytes(ahead);
        }
        windowLength = content.readNBytes(window, 0, (int) Math.min(WINDOW, stored.size() - streamPos));
        contentPosition = streamPos + windowLength;
    }

    private void leave() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    @Override
    public void close() throws IOException {
        leave();
        super.close();
    }
}
