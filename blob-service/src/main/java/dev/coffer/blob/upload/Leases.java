package dev.coffer.blob.upload;

import dev.coffer.common.error.ServiceException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the uploads of this process alive for as long as their requests are. */
@ApplicationScoped
class Leases {
    private final Set<UUID> active = ConcurrentHashMap.newKeySet();
    private final UploadRepository uploads;
    private final UploadConfig config;

    Leases(UploadRepository uploads, UploadConfig config) {
        this.uploads = uploads;
        this.config = config;
    }

    void begin(Upload upload) {
        uploads.begin(upload, config.lease());
        active.add(upload.id());
    }

    /** The same for an upload that takes so much of a quota. @throws ServiceException 413 */
    void begin(Upload upload, long bytes) {
        uploads.begin(upload, bytes, config.lease());
        active.add(upload.id());
    }

    void end(Upload upload) {
        active.remove(upload.id());
    }

    @Scheduled(every = "30s", delayed = "30s")
    void renew() {
        if (!active.isEmpty()) {
            uploads.renew(Set.copyOf(active), config.lease());
        }
    }
}
