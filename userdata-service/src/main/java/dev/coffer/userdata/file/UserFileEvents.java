package dev.coffer.userdata.file;

import dev.coffer.common.outbox.ContentEvent;
import dev.coffer.common.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The events about user files (docs/events.md). */
@ApplicationScoped
public class UserFileEvents {
    private static final String TOPIC = "userdata";
    private static final String TYPE = "dev.coffer.userfile.";

    private final Outbox outbox;

    UserFileEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param createdNew whether there was no file at this path */
    public void uploaded(UserFile file, boolean createdNew) {
        publish("uploaded", file, createdNew);
    }

    /** The file has another path. */
    public void moved(UserFile file) {
        publish("updated", file, null);
    }

    public void deleted(UserFile file) {
        publish("deleted", file, null);
    }

    private void publish(String what, UserFile file, @Nullable Boolean createdNew) {
        String id = file.id.toString();
        ContentEvent data = new ContentEvent(
                file.tenant, file.owner, id, file.path, file.size, file.hash, file.sha256, createdNew);
        outbox.publish(TOPIC, TYPE + what, id, data);
    }
}
