package dev.coffer.files.create;

import dev.coffer.common.blob.BlobClient;
import dev.coffer.common.blob.OpenUpload;
import dev.coffer.common.blob.TransferLinks;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.files.FilesConfig;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Asks blob-service for rights to upload. */
@ApplicationScoped
class Tickets {
    private static final Logger LOG = Logger.getLogger(Tickets.class);

    private final BlobClient blobs;
    private final TransferLinks links;
    private final FilesConfig config;
    private final Clock clock;

    Tickets(BlobClient blobs, TransferLinks links, FilesConfig config, Clock clock) {
        this.blobs = blobs;
        this.links = links;
        this.config = config;
        this.clock = clock;
    }

    /** A right to upload content for this file, which need not exist yet. It lapses by itself. */
    Ticket open(FileKey file) {
        Owner owner = new Project(file.tenant(), file.project()).owner();
        Instant expires = clock.instant().plus(config.uploadLinkLife());
        UUID upload = Ids.next();
        long most = config.maxUpload().asLongValue();
        blobs.openUpload(upload, new OpenUpload(owner.tenant(), owner.key(), file.entity(), most, expires));
        return new Ticket(upload, expires, links.upload(upload, expires));
    }

    /** Gives back a right that nobody has been told of; if that fails, it lapses by itself. */
    void giveBack(Ticket ticket) {
        try {
            blobs.closeUpload(ticket.upload());
        } catch (RuntimeException e) {
            LOG.debugf("upload %s stays open until %s: %s", ticket.upload(), ticket.expires(), e);
        }
    }
}
