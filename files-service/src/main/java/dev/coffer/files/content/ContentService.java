package dev.coffer.files.content;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Makes readers see their own uploads, whether the event has arrived or not. */
@ApplicationScoped
public class ContentService {
    private static final Logger LOG = Logger.getLogger(ContentService.class);
    /** A PUT that began in time may end later; after this it is left to the event. */
    private static final Duration LONGEST_PUT = Duration.ofDays(1);

    private final BlobClient blobs;
    private final ContentTransactions transactions;
    private final Clock clock;

    ContentService(BlobClient blobs, ContentTransactions transactions, Clock clock) {
        this.blobs = blobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The same files with the content that they have by now. Costs one call if any of them can still be uploaded
     * to, else none. A store that is out of reach is no reason to fail: the rows are at most a little out of date.
     */
    public List<FileEntity> settle(Project project, List<FileEntity> files) {
        Map<String, FileEntity> open = new HashMap<>();
        files.stream().filter(this::isOpen).forEach(file -> open.put(file.key.entity(), file));
        if (open.isEmpty()) {
            return files;
        }
        Map<FileKey, FileEntity> changed = new HashMap<>();
        // The oldest comes first, so every content is announced, also one that a later upload has replaced already.
        for (CompletedUpload upload : completed(project, open)) {
            FileEntity file = open.get(upload.entity());
            if (file != null && file.isOlderThan(upload)) {
                transactions.receive(file.key, upload).ifPresent(now -> changed.put(now.key, now));
            }
        }
        List<FileEntity> settled = new ArrayList<>(files);
        settled.replaceAll(file -> changed.getOrDefault(file.key, file));
        return settled;
    }

    /** Takes note of content that is complete. */
    public void receive(FileKey file, CompletedUpload upload) {
        transactions.receive(file, upload);
    }

    private boolean isOpen(FileEntity file) {
        Instant justNow = clock.instant().minus(LONGEST_PUT);
        return file.uploadExpiresAt != null && file.uploadExpiresAt.isAfter(justNow);
    }

    private List<CompletedUpload> completed(Project project, Map<String, FileEntity> open) {
        try {
            return blobs.completedUploads(project.owner(), open.keySet());
        } catch (RuntimeException e) {
            LOG.warnf("answering from the rows: %s", e.toString());
            return List.of();
        }
    }
}
