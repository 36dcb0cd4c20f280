package dev.coffer.rendering.picture;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.ContentReference;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.rendering.decode.ContentImageStream;
import dev.coffer.rendering.decode.Decoder;
import dev.coffer.rendering.decode.Decoders;
import dev.coffer.rendering.decode.Decoding;
import dev.coffer.rendering.decode.OpenImage;
import dev.coffer.rendering.format.ImageFormat;
import dev.coffer.rendering.limit.ImageErrors;
import dev.coffer.rendering.pixel.Pixels;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Renders stored images. For any content, rendering takes no more memory than was reserved for it, and ends with
 * a picture or with a refusal.
 */
@ApplicationScoped
public class Renderer {
    /** Enough for even the largest thumbnail to be scaled down from more pixels than it has. */
    private static final long THUMBNAIL_PIXELS = 2 << 20;
    /** Of each copy that is made of the decoded image. */
    private static final int BYTES_PER_PIXEL = 4;

    private final BlobClient blobs;
    private final RenderingMemory memory;
    private final Decoders decoders;

    public Renderer(BlobClient blobs, RenderingMemory memory, Decoders decoders) {
        this.blobs = blobs;
        this.memory = memory;
        this.decoders = decoders;
    }

    /**
     * Renders an image and stores the picture, which goes to the store while it is being encoded.
     *
     * @param target the reference that is to hold the picture, of the same owner; nothing is stored if this fails
     * @throws ServiceException 400 if the content is not an image, is broken or too large; 503 if the service is too
     *     busy
     */
    public StoredBlob render(ContentReference source, Rendering wanted, UUID target) {
        Owner owner = source.owner();
        return render(owner.tenant(), new ContentImageStream(blobs, source), wanted, (decoder, picture) -> Pipe.run(
                decoder,
                out -> wanted.type().write(picture, wanted.quality(), out),
                content -> blobs.store(target, owner, content, -1)));
    }

    /**
     * Renders an image into memory: for pictures so small that one more copy does not matter.
     *
     * @param image closed at the end
     * @throws ServiceException as {@link #render(ContentReference, Rendering, UUID)}
     */
    public byte[] render(String tenant, ImageInputStream image, Rendering wanted) {
        return render(tenant, image, wanted, (decoder, picture) -> decoder.run(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            wanted.type().write(picture, wanted.quality(), out);
            return out.toByteArray();
        }));
    }

    /** What becomes of a picture; its memory is reserved until this returns. */
    private interface Target<T> {
        T take(Decoder decoder, BufferedImage picture) throws IOException;
    }

    private <T> T render(String tenant, ImageInputStream content, Rendering wanted, Target<T> target) {
        try (content) {
            return decoders.with(tenant, decoder -> {
                try (OpenImage image = decoder.open(content)) {
                    return render(tenant, decoder, image, wanted, target);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T render(String tenant, Decoder decoder, OpenImage image, Rendering wanted, Target<T> target)
            throws IOException {
        if (!wanted.sources().contains(image.format())) {
            throw ImageErrors.notOneOf(wanted.sources().stream().map(ImageFormat::name).sorted().toList());
        }
        int bytesPerPixel = Decoding.of(image::bytesPerPixel) + wanted.type().copies() * BYTES_PER_PIXEL;
        int step = step(image, wanted, bytesPerPixel);
        return memory.with(tenant, image.loaded() + image.pixels(step) * bytesPerPixel, () -> {
            BufferedImage picture = decoder.run(() -> Decoding.of(() -> drawn(image.read(step), wanted)));
            return target.take(decoder, picture);
        });
    }

    /** Every how many pixels one is decoded. */
    private int step(OpenImage image, Rendering wanted, int bytesPerPixel) {
        long room = memory.room(image) / bytesPerPixel;
        if (wanted.mayShrink()) {
            // Half of a tenant's limit is free even when another tenant uses all of its own.
            return image.step(wanted.edge() > 0 ? Math.min(room / 2, THUMBNAIL_PIXELS) : room / 2);
        }
        if (image.pixels() > room) {
            throw ImageErrors.tooLarge("The image has " + image.pixels() + " pixels. This server can show single"
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
