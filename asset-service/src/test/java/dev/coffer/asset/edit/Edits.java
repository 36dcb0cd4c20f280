package dev.coffer.asset.edit;

import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The changes that clients can make, for tests of other packages. */
@ApplicationScoped
public class Edits {
    private final AssetService assets;

    Edits(AssetService assets) {
        this.assets = assets;
    }

    public void rename(Owner owner, UUID id, String name) {
        assets.update(owner, id, new AssetService.Change(name, null, null, null, null));
    }

    public void replaceTags(Owner owner, UUID id, List<String> tags) {
        assets.update(owner, id, new AssetService.Change(null, tags, null, null, null));
    }

    public void delete(Owner owner, UUID id) {
        assets.delete(owner, id);
    }
}
