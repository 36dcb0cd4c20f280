package dev.coffer.common.blobclient;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * References that no row has taken over yet: the end of the reference protocol, after the content is stored
 * (docs/adr/002-reference-protocol.md).
 */
@ApplicationScoped
public class References {
    private static final Logger LOG = Logger.getLogger(References.class);

    private final BlobClient blobs;

    References(BlobClient blobs) {
        this.blobs = blobs;
    }

    /**
     * Does what comes after a reference was made. A refusal means that no row has it, so it is released. After
     * any other failure a row may have been committed: then it must stay.
     *
     * @param owner of the reference
     * @param rest the transaction with the row; after a {@link ServiceException} it has not been committed
     */
    public <T> T releaseOnFailure(UUID ref, Owner owner, Supplier<T> rest) {
        try {
            return rest.get();
        } catch (ServiceException e) {
            release(ref, owner);
            throw e;
        }
    }

    /** Best effort: while blob-service cannot be reached, the reference stays, and with it the content. */
    public void release(UUID ref, Owner owner) {
        try {
            blobs.release(ref, owner);
        } catch (RuntimeException e) {
            LOG.warnf("reference %s was not released: %s", ref, e.getMessage());
        }
    }
}
