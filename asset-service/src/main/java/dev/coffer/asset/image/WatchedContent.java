package dev.coffer.asset.image;

import dev.coffer.common.content.MediaSignatures;
import dev.coffer.rendering.format.PassingImage;
import dev.coffer.rendering.limit.ImageConfig;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Content on its way to the store, inspected for its type, and for the size of an image. It is neither buffered nor
 * decoded.
 */
public final class WatchedContent extends FilterInputStream {
    private final PassingImage image;
    private final byte[] head = new byte[MediaSignatures.LENGTH];
    private int seen;

    public WatchedContent(InputStream content, ImageConfig limits) {
        super(content);
        this.image = new PassingImage(limits);
    }

    /** The facts found so far; empty unless it is an image of a known format. */
    public Optional<ImageFacts> facts() {
        return image.size().map(size -> new ImageFacts(size.width(), size.height()));
    }

    /** The media type that its first bytes indicate; empty if they indicate none. */
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
