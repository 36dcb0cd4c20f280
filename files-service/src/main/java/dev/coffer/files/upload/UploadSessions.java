package dev.coffer.files.upload;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.UploadSessionRequest;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.signing.TransferLinks;
import dev.coffer.common.time.Ids;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens upload sessions in blob-service. */
@ApplicationScoped
public class UploadSessions {
    private static final Logger LOG = Logger.getLogger(UploadSessions.class);

    private final BlobClient blobs;
    private final TransferLinks links;
    private final UploadLinkConfig config;
    private final Clock clock;

    UploadSessions(BlobClient blobs, TransferLinks links, UploadLinkConfig config, Clock clock) {
        this.blobs = blobs;
        this.links = links;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Opens a session for the content of this file, which need not exist yet. It lapses by itself.
     *
     * @param parts how many parts the content has; absent if it comes in one PUT
     */
    public UploadSession open(FileKey file, @Nullable Integer parts) {
        Owner owner = owner(file);
        Instant expires = clock.instant().plus(config.uploadLinkLife());
        UUID upload = Ids.next();
        long most = (parts == null ? config.maxUpload() : config.maxPart()).asLongValue();
        blobs.openUpload(upload,
                new UploadSessionRequest(owner.tenant(), owner.key(), file.entity(), most, expires, parts));
        return new UploadSession(upload, expires, urls(upload, owner, expires, parts));
    }

    private static Owner owner(FileKey file) {
        return new Project(file.tenant(), file.project()).owner();
    }

    private List<String> urls(UUID upload, Owner owner, Instant expires, @Nullable Integer parts) {
        return parts == null
                ? List.of(links.upload(upload, owner, expires))
                : IntStream.rangeClosed(1, parts)
                        .mapToObj(part -> links.uploadPart(upload, owner, part, expires))
                        .toList();
    }

    /** Closes a session that was not given out; if that fails, it expires by itself. */
    public void release(FileKey file, UploadSession session) {
        try {
            blobs.closeUpload(session.upload(), owner(file));
        } catch (RuntimeException e) {
            LOG.debugf("upload %s stays open until %s: %s", session.upload(), session.expires(), e);
        }
    }

    /**
     * The right to upload the content of a file until it expires; blob-service knows of it.
     *
     * @param upload its id in blob-service
     * @param expires end of the right
     * @param urls where the client may PUT: one for all of the content, or one for each part
     */
    public record UploadSession(UUID upload, Instant expires, List<String> urls) {}
}
