package dev.coffer.files.icon;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.outbox.Outbox;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.icon.IconRepository.StoredIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The short transactions around an icon. */
@ApplicationScoped
class IconTransactions {
    private final IconRepository icons;
    private final Outbox outbox;
    private final Clock clock;

    IconTransactions(IconRepository icons, Outbox outbox, Clock clock) {
        this.icons = icons;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The icon of this content of the file, if it is kept. */
    @Transactional
    Optional<StoredIcon> find(FileKey file, UUID source) {
        return icons.find(file, source);
    }

    /**
     * Keeps an icon. Returns false, and releases it, if another one was kept first, or the file has other content by
     * now.
     */
    @Transactional
    boolean keep(FileKey file, UUID source, Owner owner, StoredIcon icon) {
        boolean kept = icons.insertIfPossible(file, source, icon, clock.instant());
        if (!kept) {
            outbox.release(icon.ref(), owner);
        }
        return kept;
    }

    /** Forgets an icon that has turned out not to be in the store. */
    @Transactional
    void forget(FileKey file, UUID ref) {
        icons.remove(file, ref);
    }
}
