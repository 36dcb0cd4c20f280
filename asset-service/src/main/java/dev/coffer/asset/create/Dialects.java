package dev.coffer.asset.create;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.KnownContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Whom to follow, as the operator has decided. */
@ApplicationScoped
class Dialects {
    @Produces
    @ApplicationScoped
    Dialect configured(AssetConfig config, AssetRepository assets, KnownContent contents) {
        return switch (config.compat()) {
            case CLOUD -> new CloudDialect();
            case OSS -> new OpenSourceDialect(assets, contents);
        };
    }
}
