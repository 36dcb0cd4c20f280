package dev.coffer.files.file;

import dev.coffer.common.outbox.ContentEvent;
import dev.coffer.common.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What the topic {@code coffer.files} says about files. Call it last in a transaction. */
@ApplicationScoped
public class FileEvents {
    private static final String TOPIC = "files";

    private final Outbox outbox;

    FileEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** New content of the file is complete and readable. */
    public void uploaded(FileEntity file, boolean createdNew) {
        publish("dev.coffer.file.uploaded", file, createdNew);
    }

    /** What is said about the file has changed; its content has not. */
    public void updated(FileEntity file) {
        publish("dev.coffer.file.updated", file, null);
    }

    /** The file is gone, and its content with it. */
    public void deleted(FileEntity file) {
        publish("dev.coffer.file.deleted", file, null);
    }

    private void publish(String type, FileEntity file, @Nullable Boolean createdNew) {
        FileContent content = file.content;
        ContentEvent event = new ContentEvent(
                file.key.tenant(),
                file.project().owner().key(),
                file.key.entity(),
                file.name,
                content == null ? null : content.size(),
                content == null ? null : content.hash(),
                content == null ? null : content.sha256(),
                createdNew);
        outbox.publish(TOPIC, type, file.key.entity(), event);
    }
}
