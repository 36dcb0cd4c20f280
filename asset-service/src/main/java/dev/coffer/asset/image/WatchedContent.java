package dev.coffer.asset.image;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Content on its way to the store. It is not held; but of an image the first bytes are kept, to see how large it is. */
public final class WatchedContent extends FilterInputStream {
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(ImageFormat.MARK);
    private Optional<ImageFormat> format = Optional.empty();
    private int wanted = ImageFormat.MARK;

    public WatchedContent(InputStream content) {
        super(content);
    }

    /** What has been seen so far; empty if it is no image that is known here. */
    public Optional<ImageFacts> facts() {
        return format.flatMap(known -> ImageFacts.of(known, head.toByteArray()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        int kept = keep(target, offset, count);
        if (head.size() == ImageFormat.MARK && wanted == ImageFormat.MARK) {
            format = ImageFormat.of(head.toByteArray());
            wanted = format.map(ImageFormat::headSize).orElse(0);
            keep(target, offset + kept, count - kept);
        }
        return count;
    }

    private int keep(byte[] bytes, int offset, int count) {
        int kept = Math.max(0, Math.min(count, wanted - head.size()));
        head.write(bytes, offset, kept);
        return kept;
    }
}
