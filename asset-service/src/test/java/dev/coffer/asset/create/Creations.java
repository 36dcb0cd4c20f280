package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import jakarta.enterprise.context.ApplicationScoped;

/** Creations as uploads make them, for tests of other packages. */
@ApplicationScoped
public class Creations {
    private final AssetCreation creation;

    Creations(AssetCreation creation) {
        this.creation = creation;
    }

    /** The new asset, or the one that has its content already. */
    public Asset create(Asset row) {
        return creation.create(row).asset();
    }
}
