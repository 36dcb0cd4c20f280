package dev.coffer.files.icon;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.ContentReference;
import dev.coffer.common.error.ServiceException;
import dev.coffer.files.file.FileContent;
import dev.coffer.files.find.FindFilesService;
import dev.coffer.files.identifier.FileRefusals;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.project.Access;
import dev.coffer.rendering.ContentImageStream;
import dev.coffer.rendering.Decoder;
import dev.coffer.rendering.Decoders;
import dev.coffer.rendering.Decoding;
import dev.coffer.rendering.OpenImage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

/** Renders icons of files, a few at a time. */
@ApplicationScoped
class IconService {
    private final FindFilesService files;
    private final BlobClient blobs;
    private final Decoders decoders;

    IconService(FindFilesService files, BlobClient blobs, Decoders decoders) {
        this.files = files;
        this.blobs = blobs;
        this.decoders = decoders;
    }

    /** @throws ServiceException 400 if there is no such file, no content, or none that an icon can be made of */
    byte[] icon(Access access, Identifier item) throws IOException {
        FileContent content = files.all(access, List.of(item)).get(item).content;
        if (content == null) {
            throw FileRefusals.notUploaded(List.of(item));
        }
        ContentReference stored = new ContentReference(content.ref(), access.project().owner(), content.size());
        return decoders.with(access.project().tenant(), decoder -> icon(decoder, stored));
    }

    private byte[] icon(Decoder decoder, ContentReference content) throws IOException {
        try (ContentImageStream in = new ContentImageStream(blobs, content);
                OpenImage image = decoder.open(in)) {
            return decoder.run(() -> Decoding.of(() -> Icon.of(image)));
        }
    }
}
