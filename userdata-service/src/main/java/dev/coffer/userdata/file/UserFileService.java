package dev.coffer.userdata.file;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.content.ByteRange;
import dev.coffer.common.content.Preconditions;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.userdata.address.UserPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** User files with their content (comfy.md section 5). Content is transferred outside of any transaction. */
@ApplicationScoped
public class UserFileService {
    private final UserFileTransactions changes;
    private final BlobClient blobs;
    private final References references;

    UserFileService(UserFileTransactions changes, BlobClient blobs, References references) {
        this.changes = changes;
        this.blobs = blobs;
        this.references = references;
    }

    /**
     * Stores a body at a path. Readers see the old content or the new one, never a part.
     *
     * @param body called after the checks
     * @param length of the body in bytes, or -1 if unknown
     */
    UserFile save(SaveUserFile wish, Supplier<InputStream> body, long length) throws IOException {
        changes.check(wish);
        UUID ref = Ids.next();
        StoredBlob content = blobs.store(ref, wish.owner(), body.get(), length);
        return references.releaseOnFailure(ref, wish.owner(), () -> changes.save(wish, ref, content));
    }

    /**
     * Reads the file at a path. If its content is replaced before it is opened, the reader is called again with the new
     * content.
     *
     * @param reader may call {@link #open}
     */
    <T> T read(Owner owner, UserPath path, Function<FileContent, T> reader) {
        return read(() -> changes.find(owner, path).content(), reader);
    }

    /** {@link #read(Owner, UserPath, Function)}, of the content that the finder returns. */
    public <T> T read(Supplier<FileContent> finder, Function<FileContent, T> reader) {
        FileContent content = finder.get();
        while (true) {
            try {
                return reader.apply(content);
            } catch (ContentGoneException e) {
                FileContent now = finder.get();
                if (now.ref().equals(content.ref())) {
                    throw new IllegalStateException("The content of reference " + now.ref() + " is lost", e);
                }
                content = now;
            }
        }
    }

    /** The content of a file, or a part of it; only inside of {@link #read}. The caller closes the stream. */
    public InputStream open(FileContent file, ByteRange range) {
        try {
            return blobs.open(file.ref(), file.owner(), range);
        } catch (ServiceException e) {
            throw e.code() == ErrorCode.FILE_NOT_FOUND ? new ContentGoneException(e) : e;
        }
    }

    void delete(Owner owner, UserPath path, Preconditions conditions) {
        changes.delete(owner, path, conditions);
    }

    private static final class ContentGoneException extends RuntimeException {
        ContentGoneException(ServiceException cause) {
            super(cause);
        }
    }
}
