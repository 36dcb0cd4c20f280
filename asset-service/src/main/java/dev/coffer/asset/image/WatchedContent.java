package dev.coffer.asset.image;

import dev.coffer.common.content.MediaSignatures;
import dev.coffer.rendering.format.PassingImage;
import dev.coffer.rendering.limit.ImageConfig;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Content on its way to the store, watched for what it is, and how large as an image. It is neither held nor decoded. */
public final class WatchedContent extends FilterInputStream {
    private final PassingImage image;
    private final byte[] head = new byte[MediaSignatures.LENGTH];
    private int seen;

    public WatchedContent(InputStream content, ImageConfig limits) {
        super(content);
        this.image = new PassingImage(limits);
    }

    /** What has been seen so far; empty if it is no image that is known here. */
    public Optional<ImageFacts> facts() {
        return image.size().map(size -> new ImageFacts(size.width(), size.height()));
    }

    /** What its first bytes tell; empty if they tell nothing. */
    public Optional<String> mediaType() {
        return MediaSignatures.typeOf(Arrays.copyOf(head, seen));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        image.pass(target, offset, Math.max(0, count));
        int more = Math.min(Math.max(0, count), head.length - seen);
        System.arraycopy(target, offset, head, seen, more);
        seen += more;
        return count;
    }
}
