package dev.coffer.blob.transfer;

import dev.coffer.blob.share.Holder;
import dev.coffer.blob.share.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Lets only so many streams to and from the store be open, shared out among those who want them. */
@ApplicationScoped
public class Transfers {
    private static final long HEAP_FOR_EACH = 3 << 20;

    private final Share uploads;
    private final Share downloads;
    private final Duration patience;

    Transfers(TransferConfig config) {
        this.uploads = new Share("uploads", config.uploads(), "Too many uploads at once, try again.");
        this.downloads = new Share("downloads", config.downloads().orElseGet(Transfers::asTheHeapAllows),
                "Too many downloads at once, try again.");
        this.patience = config.patience();
    }

    private static int asTheHeapAllows() {
        return Math.toIntExact(Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH));
    }

    /** A place for a body that streams in. @throws dev.coffer.common.error.ServiceException 503 after the patience */
    public Place upload(Holder holder) {
        uploads.take(holder, 1, patience);
        return new Place(uploads, holder);
    }

    /** A place for a content that streams out. @throws dev.coffer.common.error.ServiceException 503 after the patience */
    public Place download(Holder holder) {
        downloads.take(holder, 1, patience);
        return new Place(downloads, holder);
    }

    /** Both kinds. */
    public List<Share> shares() {
        return List.of(uploads, downloads);
    }
}
