package dev.coffer.asset.image;

import dev.coffer.common.blob.BlobClient;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.ContentImageStream;
import dev.coffer.rendering.Decoder;
import dev.coffer.rendering.Decoders;
import dev.coffer.rendering.Decoding;
import dev.coffer.rendering.OpenImage;
import dev.coffer.rendering.Pixels;
import dev.coffer.rendering.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Renders stored images. Whatever somebody has stored, it takes no more memory than is set aside, and ends in a
 * picture or in a refusal.
 */
@ApplicationScoped
class Renderer {
    /** Enough for the largest thumbnail to be made out of more pixels than it has. */
    private static final long THUMBNAIL_PIXELS = 2 << 20;
    /** Bytes of a pixel in what is made out of the decoded image. */
    private static final int MADE = 4;

    private final BlobClient blobs;
    private final RenderingMemory memory;
    private final Decoders decoders;

    Renderer(BlobClient blobs, RenderingMemory memory, Decoders decoders) {
        this.blobs = blobs;
        this.memory = memory;
        this.decoders = decoders;
    }

    /** Gives a finished picture away. */
    interface Target<T> {
        T take(Picture picture, Decoder decoder) throws IOException;
    }

    /** A picture that is in memory, to be written once. */
    interface Picture {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Renders content.
     *
     * @param owner of the content; it has to be the turn of its tenant
     * @param target takes the picture while its memory is set aside
     * @throws ServiceException 400 if the content is no image, broken, or too large; 503 if too much is going on
     */
    <T> T render(UUID ref, Owner owner, long size, Rendering wanted, Target<T> target) throws IOException {
        return decoders.with(owner.tenant(), decoder -> render(decoder, ref, owner, size, wanted, target));
    }

    private <T> T render(Decoder decoder, UUID ref, Owner owner, long size, Rendering wanted, Target<T> target)
            throws IOException {
        try (ContentImageStream in = new ContentImageStream(blobs, ref, owner, size);
                OpenImage image = decoder.open(in)) {
            int bytes = Decoding.of(image::bytesPerPixel) + (wanted.type() == PictureType.WEBP ? 2 : 1) * MADE;
            int step = step(image, wanted, bytes);
            return memory.with(owner.tenant(), image.loaded() + image.pixels(step) * bytes, () -> {
                BufferedImage picture = decoder.run(() -> Decoding.of(() -> drawn(image.read(step), wanted)));
                return target.take(out -> wanted.type().write(picture, wanted.quality(), out), decoder);
            });
        }
    }

    private int step(OpenImage image, Rendering wanted, int bytes) {
        long room = memory.room(image) / bytes;
        if (wanted.mayShrink()) {
            // Half of what a tenant may have is free though another one has all of its own.
            return image.step(wanted.edge() > 0 ? Math.min(room / 2, THUMBNAIL_PIXELS) : room / 2);
        }
        if (image.pixels() > room) {
            throw Refusals.tooLarge("The image has " + image.pixels() + " pixels. This server can show single"
                    + " channels of images of up to " + room + " pixels.");
        }
        return 1;
    }

    static BufferedImage drawn(BufferedImage decoded, Rendering wanted) throws IOException {
        BufferedImage image = wanted.channel() == null ? Pixels.plain(decoded) : wanted.channel().of(decoded);
        int edge = wanted.edge();
        boolean smaller = edge > 0 && Math.max(image.getWidth(), image.getHeight()) > edge;
        return smaller ? Thumbnails.of(image).size(edge, edge).asBufferedImage() : image;
    }
}
