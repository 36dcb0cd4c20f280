package dev.coffer.files.upload;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.time.Ids;
import dev.coffer.files.content.ContentService;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.OutOfDateException;
import dev.coffer.files.find.FindFilesService;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.project.Access;
import dev.coffer.files.upload.UploadSessions.UploadSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** New content for files that are there: links to it, and the completion of an upload in parts. */
@ApplicationScoped
class UploadService {
    private static final int ATTEMPTS = 5;

    private final FindFilesService files;
    private final UploadSessions sessions;
    private final UploadTransactions transactions;
    private final BlobClient blobs;
    private final ContentService contents;

    UploadService(
            FindFilesService files,
            UploadSessions sessions,
            UploadTransactions transactions,
            BlobClient blobs,
            ContentService contents) {
        this.files = files;
        this.sessions = sessions;
        this.transactions = transactions;
        this.blobs = blobs;
        this.contents = contents;
    }

    /**
     * A link for all of the content.
     *
     * @throws ServiceException 400 with {@code missing} if there is no such file
     */
    CreatedFileView link(Access access, Identifier item) {
        Opened opened = open(access, item, null);
        return CreatedFileView.of(opened.file(), opened.session());
    }

    /**
     * A link for each part.
     *
     * @throws ServiceException 400 with {@code missing} if there is no such file
     */
    PartedFileView links(Access access, Identifier item, int parts) {
        Opened opened = open(access, item, parts);
        return PartedFileView.of(opened.file(), opened.session());
    }

    /**
     * Makes the parts the content, which can be read from then on; calling again changes nothing.
     *
     * @throws ServiceException 400 if the file or its upload is unknown, or if parts are missing or too small
     */
    void complete(Access access, Identifier item, String uploadId) {
        FileKey key = files.one(access, item).key;
        UUID upload = Ids.parse(uploadId).orElseThrow(UploadService::unknownUpload);
        if (!transactions.has(key, upload)) {
            throw unknownUpload();
        }
        blobs.completeUpload(upload, access.project().owner()).ifPresent(content -> contents.receive(key, content));
    }

    private Opened open(Access access, Identifier item, @Nullable Integer parts) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileKey key = files.one(access, item).key;
            UploadSession session = sessions.open(key, parts);
            try {
                return new Opened(transactions.add(access, key, session), session);
            } catch (OutOfDateException e) {
                sessions.release(key, session);
            }
        }
        throw ServiceException.unavailable("Others keep changing this file.");
    }

    private static ServiceException unknownUpload() {
        return new ServiceException(ErrorCode.INVALID_REQUEST, "uploadId is not that of an open upload of this file.");
    }

    private record Opened(FileEntity file, UploadSession session) {}
}
