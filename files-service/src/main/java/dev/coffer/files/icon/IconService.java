package dev.coffer.files.icon;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.ContentReference;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.content.ByteRange;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.files.file.FileContent;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.find.FindFilesService;
import dev.coffer.files.icon.IconRepository.StoredIcon;
import dev.coffer.files.identifier.FileRefusals;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.project.Access;
import dev.coffer.rendering.decode.ContentImageStream;
import dev.coffer.rendering.format.ImageFormat;
import dev.coffer.rendering.picture.PictureType;
import dev.coffer.rendering.picture.Renderer;
import dev.coffer.rendering.picture.Rendering;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.logging.Logger;

/**
 * Icons of files. Each is rendered once and kept as content of the project; it is known by the content that it shows,
 * so it is never that of another content, and only who sees the file gets to it.
 */
@ApplicationScoped
class IconService {
    static final Rendering RENDERING =
            new Rendering(null, 256, PictureType.JPEG, 75, Set.of(ImageFormat.JPEG, ImageFormat.PNG));
    /** Counts icons by {@code result}. */
    static final String METRIC = "coffer.files.icons";

    private static final Logger LOG = Logger.getLogger(IconService.class);

    private final FindFilesService files;
    private final IconTransactions transactions;
    private final Renderer renderer;
    private final BlobClient blobs;
    private final References references;
    private final MeterRegistry metrics;

    IconService(
            FindFilesService files,
            IconTransactions transactions,
            Renderer renderer,
            BlobClient blobs,
            References references,
            MeterRegistry metrics) {
        this.files = files;
        this.transactions = transactions;
        this.renderer = renderer;
        this.blobs = blobs;
        this.references = references;
        this.metrics = metrics;
    }

    /** @throws ServiceException 400 if there is no such file, no content, or none that an icon can be made of */
    Icon icon(Access access, Identifier item) {
        FileEntity file = files.one(access, item);
        FileContent content = file.content;
        if (content == null) {
            throw FileRefusals.notUploaded(List.of(item));
        }
        return transactions.find(file.key, content.ref())
                .map(kept -> icon(file, kept))
                .orElseGet(() -> rendered(file, content));
    }

    private Icon icon(FileEntity file, StoredIcon kept) {
        count("kept");
        return new Icon(kept.size(), kept.sha256(), range -> opened(file, kept.ref(), range));
    }

    private InputStream opened(FileEntity file, UUID ref, ByteRange range) {
        try {
            return blobs.open(ref, file.project().owner(), range);
        } catch (ServiceException e) {
            if (e.code() == ErrorCode.FILE_NOT_FOUND) {
                transactions.forget(file.key, ref);
                throw ServiceException.unavailable("The icon is being made anew, try again.");
            }
            throw e;
        }
    }

    private Icon rendered(FileEntity file, FileContent content) {
        Owner owner = file.project().owner();
        byte[] picture = renderer.render(
                owner.tenant(),
                new ContentImageStream(blobs, new ContentReference(content.ref(), owner, content.size())), RENDERING);
        String sha256 = DigestUtils.sha256Hex(picture);
        count("rendered");
        keep(file.key, content.ref(), owner, picture, sha256);
        return new Icon(picture.length, sha256,
                range -> new ByteArrayInputStream(picture, (int) range.first(), (int) range.length()));
    }

    /** Best effort: the client gets the icon whether the store has room for it or not. */
    private void keep(FileKey file, UUID source, Owner owner, byte[] picture, String sha256) {
        UUID ref = Ids.next();
        try {
            blobs.store(ref, owner, new ByteArrayInputStream(picture), picture.length);
            StoredIcon icon = new StoredIcon(ref, (long) picture.length, sha256);
            references.releaseOnFailure(ref, owner, () -> transactions.keep(file, source, owner, icon));
        } catch (IOException | RuntimeException e) {
            LOG.debugf("the icon of file %s is not kept: %s", file.entity(), e.toString());
            count("not-kept");
        }
    }

    private void count(String result) {
        metrics.counter(METRIC, "result", result).increment();
    }

    /**
     * A small JPEG that shows what is in a file.
     *
     * @param size in bytes
     * @param sha256 in hexadecimal digits
     * @param content opens a range of it
     */
    record Icon(long size, String sha256, Function<ByteRange, InputStream> content) {}
}
