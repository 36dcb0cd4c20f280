package dev.coffer.files.expiry;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.identity.Owner;
import dev.coffer.files.content.ContentService;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Deletes files whose last upload link has expired without any content (cdf-files.md section 3.1). The links are closed
 * first and blob-service is asked afterwards, so content that arrived in time is kept, also if its event has not. Of
 * several processes each claims other files.
 */
@ApplicationScoped
class FileExpiry {
    private static final Logger LOG = Logger.getLogger(FileExpiry.class);

    private final ExpiryTransactions transactions;
    private final BlobClient blobs;
    private final ContentService contents;
    private final ExpiryConfig config;

    FileExpiry(ExpiryTransactions transactions, BlobClient blobs, ContentService contents, ExpiryConfig config) {
        this.transactions = transactions;
        this.blobs = blobs;
        this.contents = contents;
        this.config = config;
    }

    /** Deletes what has expired. A failure ends the run; what it had claimed comes again when the claim has ended. */
    @Scheduled(every = ExpiryConfig.INTERVAL, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            int deleted = 0;
            List<FileEntity> batch = transactions.claim(config.batchSize(), config.claim());
            while (!batch.isEmpty()) {
                deleted += (int) batch.stream().filter(this::expire).count();
                batch = transactions.claim(config.batchSize(), config.claim());
            }
            int forgotten = transactions.forgetSessions(config.uploadsKept());
            if (deleted + forgotten > 0) {
                LOG.infof("deleted %d files that never got content, forgot %d lapsed uploads", deleted, forgotten);
            }
        } catch (RuntimeException e) {
            LOG.warnf("files expire later: %s", e.toString());
        }
    }

    private boolean expire(FileEntity file) {
        FileKey key = file.key;
        Owner owner = file.project().owner();
        transactions.uploadSessions(key).forEach(upload -> blobs.closeUpload(upload, owner));
        List<CompletedUpload> completed = blobs.completedUploads(owner, List.of(key.entity()));
        completed.forEach(upload -> contents.receive(key, upload));
        return completed.isEmpty() && transactions.delete(key);
    }
}
