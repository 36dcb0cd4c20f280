package dev.coffer.asset;

import dev.coffer.common.outbox.ContentEvent;
import dev.coffer.common.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records, in the transaction that changes assets, the events about them (docs/events.md), and the releases of content
 * for blob-service.
 */
@ApplicationScoped
public class AssetEvents {
    private static final String TOPIC = "assets";

    private final Outbox outbox;

    AssetEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param createdNew false if its owner had these bytes before */
    public void uploaded(Asset asset, boolean createdNew) {
        publish("uploaded", asset, createdNew);
    }

    /** An upload whose outcome is an existing asset is an event too. */
    public void uploadedAgain(Asset asset) {
        uploaded(asset, false);
    }

    /**
     * The same; its own content is released.
     *
     * @param ref that holds it
     */
    public void uploadedAgain(Asset asset, UUID ref) {
        outbox.release(ref, asset.itsOwner());
        uploadedAgain(asset);
    }

    public void updated(Asset asset) {
        publish("updated", asset, null);
    }

    /** Its content is released. */
    public void deleted(Asset asset) {
        publish("deleted", asset, null);
        outbox.release(asset.contentRef, asset.itsOwner());
    }

    private void publish(String verb, Asset asset, @Nullable Boolean createdNew) {
        String id = asset.id.toString();
        ContentEvent data = new ContentEvent(
                asset.tenant, asset.owner, id, asset.name, asset.size, asset.hash, asset.sha256, createdNew);
        outbox.publish(TOPIC, "dev.coffer.asset." + verb, id, data);
    }
}
