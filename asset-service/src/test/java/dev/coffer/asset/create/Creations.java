package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Creations as uploads make them, for tests of other packages. */
@ApplicationScoped
public class Creations {
    /** Nothing is asked for: any asset with the content will do. */
    static final NewAsset ANYWHERE = NewAsset.of(List.of(), null).build();

    private final AssetTransactions creation;

    Creations(AssetTransactions creation) {
        this.creation = creation;
    }

    /** The new asset, or the one that has its content already. */
    public Asset create(Asset row) {
        return creation.create(row, ANYWHERE).asset();
    }
}
