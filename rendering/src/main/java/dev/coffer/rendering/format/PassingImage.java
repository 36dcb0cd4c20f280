package dev.coffer.rendering.format;

import dev.coffer.rendering.limit.ImageConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Content that passes by, watched for how large an image it is. Only the few bytes are kept that tell it; nothing is
 * decoded, and content that is no image, broken, or beyond the limits passes as well as any other.
 */
public final class PassingImage {
    private final ImageConfig limits;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream(ImageFormat.MARK);
    private long position;
    private @Nullable Walk walk;
    private boolean begun;

    public PassingImage(ImageConfig limits) {
        this.limits = limits;
    }

    /** In pixels, as it is shown. */
    public record Size(int width, int height) {}

    /** What has been seen so far; empty if it is no image that is known here. */
    public Optional<Size> size() {
        if (walk == null || walk.width() == 0) {
            return Optional.empty();
        }
        return Optional.of(walk.orientation().turned()
                ? new Size(walk.height(), walk.width())
                : new Size(walk.width(), walk.height()));
    }

    /** The next bytes. */
    public void pass(byte[] bytes, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end && (!begun || walk != null && walk.goesOn())) {
            long begin = walk == null ? 0 : walk.position();
            int wanted = walk == null ? ImageFormat.MARK : walk.wanted();
            int skipped = (int) Math.clamp(begin - position, 0, end - at);
            int taken = Math.min(wanted - seen.size(), end - at - skipped);
            seen.write(bytes, at + skipped, taken);
            at += skipped + taken;
            position += skipped + taken;
            if (seen.size() == wanted) {
                take();
            }
        }
        position += end - at;
    }

    private void take() {
        byte[] bytes = seen.toByteArray();
        seen.reset();
        try {
            if (walk != null) {
                walk.take(ByteBuffer.wrap(bytes));
            } else {
                begun = true;
                begin(bytes);
            }
        } catch (IOException | RuntimeException e) {
            // What is known so far counts; the content is kept in any case.
        }
    }

    /** A walk may look at a part of the first bytes again. */
    private void begin(byte[] first) {
        walk = ImageFormat.of(first).map(format -> format.walk(limits, Walk.PASSING)).orElse(null);
        if (walk != null) {
            position = 0;
            pass(first, 0, first.length);
        }
    }
}
