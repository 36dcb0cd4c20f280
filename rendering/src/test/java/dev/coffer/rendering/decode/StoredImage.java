package dev.coffer.rendering.decode;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** An image in memory, which counts what is read of it. */
public final class StoredImage extends ImageInputStreamImpl {
    private final byte[] file;
    private long bytesRead;

    public StoredImage(byte[] file) {
        this.file = file;
    }

    long bytesRead() {
        return bytesRead;
    }

    @Override
    public long length() {
        return file.length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        bitOffset = 0;
        if (streamPos >= file.length) {
            return -1;
        }
        int read = (int) Math.min(count, file.length - streamPos);
        System.arraycopy(file, (int) streamPos, target, offset, read);
        streamPos += read;
        bytesRead += read;
        return read;
    }
}
