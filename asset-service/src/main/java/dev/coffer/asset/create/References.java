package dev.coffer.asset.create;

import dev.coffer.common.blob.BlobClient;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** References that no row has taken over yet. */
@ApplicationScoped
public class References {
    private static final Logger LOG = Logger.getLogger(References.class);

    private final BlobClient blobs;

    References(BlobClient blobs) {
        this.blobs = blobs;
    }

    /**
     * Does what comes after a reference was made. A refusal means that no row has it, so it is given back. After
     * any other failure a row may have been committed: then it must stay.
     */
    public <T> T keptUnlessRefused(UUID ref, Supplier<T> rest) {
        try {
            return rest.get();
        } catch (ServiceException e) {
            giveBack(ref);
            throw e;
        }
    }

    /** As well as it can; the audit of blob-service finds what is left. */
    public void giveBack(UUID ref) {
        try {
            blobs.release(ref);
        } catch (RuntimeException e) {
            LOG.warnf("reference %s was not given back: %s", ref, e.getMessage());
        }
    }
}
