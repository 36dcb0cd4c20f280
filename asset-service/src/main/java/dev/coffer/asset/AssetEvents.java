package dev.coffer.asset;

import dev.coffer.common.outbox.ContentEvent;
import dev.coffer.common.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** What the world is told about assets, within the transaction that changes them (docs/events.md). */
@ApplicationScoped
public class AssetEvents {
    private static final String TOPIC = "coffer.assets";

    private final Outbox outbox;

    AssetEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param createdNew false for a de-duplicated upload, which is an event too */
    public void uploaded(Asset asset, boolean createdNew) {
        publish("uploaded", asset, createdNew);
    }

    public void updated(Asset asset) {
        publish("updated", asset, null);
    }

    public void deleted(Asset asset) {
        publish("deleted", asset, null);
    }

    private void publish(String verb, Asset asset, Boolean createdNew) {
        String id = asset.id.toString();
        ContentEvent data = new ContentEvent(
                asset.tenant, asset.owner, id, asset.name, asset.size, asset.hash, asset.sha256, createdNew);
        outbox.publish(TOPIC, "dev.coffer.asset." + verb, id, data);
    }
}
