package dev.coffer.files.icon;

import dev.coffer.common.blob.BlobClient;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.WatchedSource;
import dev.coffer.files.file.FileContent;
import dev.coffer.files.find.FindFilesService;
import dev.coffer.files.icon.Icon.NoImage;
import dev.coffer.files.identifier.FileRefusals;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.project.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Renders icons of files, a few at a time. */
@ApplicationScoped
class IconService {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;
    private static final long LARGEST = 32L << 20;

    private final FindFilesService files;
    private final BlobClient blobs;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    IconService(FindFilesService files, BlobClient blobs) {
        this.files = files;
        this.blobs = blobs;
    }

    /** @throws ServiceException 400 if there is no such file, no content, or none that an icon can be made of */
    byte[] icon(Access access, Identifier item) throws IOException, InterruptedException {
        FileContent content = files.all(access, List.of(item)).get(item).content;
        if (content == null) {
            throw FileRefusals.notUploaded(List.of(item));
        }
        if (content.size() > LARGEST) {
            throw refused("The file has more than " + LARGEST + " bytes.");
        }
        if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw ServiceException.unavailable("Too many icons at once, try again.");
        }
        try {
            return render(content);
        } finally {
            free.release();
        }
    }

    private byte[] render(FileContent content) throws IOException {
        try (WatchedSource source = new WatchedSource(blobs.open(content.ref()))) {
            try {
                return Icon.of(source);
            } catch (NoImage | IOException e) {
                source.rethrow();
                throw refused("No icon can be made of the file: " + e.getMessage());
            }
        }
    }

    private static ServiceException refused(String why) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, why);
    }
}
