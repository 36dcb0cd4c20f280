package dev.coffer.blob.transfer;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.share.Holder;
import dev.coffer.common.share.Share;
import dev.coffer.common.share.ShareRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Limits the number of open streams to and from the store, shared out among tenants. */
@ApplicationScoped
public class Transfers {
    private static final long HEAP_FOR_EACH = 3 << 20;

    private final Share uploads;
    private final Share downloads;
    private final Duration timeout;

    Transfers(TransferConfig config) {
        this.uploads = new Share("uploads", config.uploads(), ShareRule.SESSIONS);
        this.downloads = new Share(
                "downloads", config.downloads().orElseGet(Transfers::asTheHeapAllows), ShareRule.SESSIONS);
        this.timeout = config.waitTimeout();
    }

    private static int asTheHeapAllows() {
        return Math.toIntExact(Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH));
    }

    /**
     * A place for a body that streams in.
     *
     * @throws ServiceException 503 after the timeout
     */
    public Place upload(Holder holder) {
        return place(uploads, holder);
    }

    /**
     * A place for a content that streams out.
     *
     * @throws ServiceException 503 after the timeout
     */
    public Place download(Holder holder) {
        return place(downloads, holder);
    }

    private Place place(Share share, Holder holder) {
        if (share.take(holder, 1, timeout) != Share.Outcome.TAKEN) {
            throw ServiceException.unavailable("Too many " + share.name() + " at once, try again.");
        }
        return new Place(share, holder);
    }

    /** Both kinds. */
    public List<Share> shares() {
        return List.of(uploads, downloads);
    }
}
