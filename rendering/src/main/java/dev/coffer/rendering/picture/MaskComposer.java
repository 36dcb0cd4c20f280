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
import dev.coffer.rendering.limit.ImageErrorCode;
import dev.coffer.rendering.limit.ImageErrors;
import dev.coffer.rendering.pixel.Pixels;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.UUID;

/** Combines the colours of an image with the opacity of a mask (comfy.md section 4.2). */
@ApplicationScoped
public class MaskComposer {
    /** Bytes per pixel besides the decoded image: the image that is written, and the opacity. */
    private static final int EXTRA_BYTES = 5;

    private final BlobClient blobs;
    private final RenderingMemory memory;
    private final Decoders decoders;

    MaskComposer(BlobClient blobs, RenderingMemory memory, Decoders decoders) {
        this.blobs = blobs;
        this.memory = memory;
        this.decoders = decoders;
    }

    /**
     * Stores a PNG with the colours and the texts of the original and the opacity of the mask.
     *
     * @param ref the reference that is to hold it; nothing is stored if this fails
     * @throws ServiceException 400 if one of them is not an image, is broken or too large, or if their sizes differ
     */
    public StoredBlob compose(ContentReference original, ContentReference mask, UUID ref, Owner owner)
            throws IOException {
        return decoders.with(owner.tenant(), decoder -> compose(decoder, original, mask, ref, owner));
    }

    private StoredBlob compose(Decoder decoder, ContentReference original, ContentReference mask, UUID ref, Owner owner)
            throws IOException {
        try (ContentImageStream below = new ContentImageStream(blobs, original);
                ContentImageStream above = new ContentImageStream(blobs, mask);
                // A reader discards what it has read, so the texts need a stream of their own.
                ContentImageStream texts = new ContentImageStream(blobs, original);
                OpenImage image = decoder.open(below);
                OpenImage opacity = decoder.open(above)) {
            long need = Math.max(need(image), need(opacity));
            return memory.with(owner.tenant(), need, () -> {
                BufferedImage masked = decoder.run(() -> Decoding.of(() -> masked(image, opacity)));
                return Pipe.run(
                        decoder,
                        out -> PictureType.PNG.write(masked, 0, new PngTexts(texts, out)),
                        content -> blobs.store(ref, owner, content, -1));
            });
        }
    }

    private long need(OpenImage image) {
        long pixels = image.pixels() * (Decoding.of(image::bytesPerPixel) + EXTRA_BYTES);
        if (pixels > memory.room(image)) {
            throw ImageErrors.tooLarge("The image has too many pixels to be masked by this server.");
        }
        return pixels + image.loaded();
    }

    /** Decodes the mask first, and keeps only its opacity while it decodes the image. */
    static BufferedImage masked(OpenImage original, OpenImage mask) throws IOException {
        byte[][] opacity = opacity(mask.read(1));
        BufferedImage image = original.read(1);
        if (image.getHeight() != opacity.length || image.getWidth() != opacity[0].length) {
            throw new ServiceException(ImageErrorCode.INVALID_IMAGE, "The mask must have the size of its original: "
                    + image.getWidth() + " x " + image.getHeight() + " pixels.");
        }
        boolean inPlace = image.getType() == BufferedImage.TYPE_4BYTE_ABGR;
        BufferedImage masked = inPlace
                ? image
                : new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < opacity.length; y++) {
            Pixels.row(image, y, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = row[x] & 0xffffff | opacity[y][x] << 24;
            }
            masked.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return masked;
    }

    private static byte[][] opacity(BufferedImage mask) {
        byte[][] opacity = new byte[mask.getHeight()][mask.getWidth()];
        int[] row = new int[mask.getWidth()];
        for (int y = 0; y < opacity.length; y++) {
            Pixels.row(mask, y, row);
            for (int x = 0; x < row.length; x++) {
                opacity[y][x] = (byte) (row[x] >>> 24);
            }
        }
        return opacity;
    }
}
