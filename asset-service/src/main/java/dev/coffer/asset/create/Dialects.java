package dev.coffer.asset.create;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.ContentLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Produces the {@link Dialect} that {@code coffer.assets.compat} selects. */
@ApplicationScoped
class Dialects {
    @Produces
    @ApplicationScoped
    Dialect configured(AssetConfig config, AssetRepository assets, ContentLookup contents) {
        return switch (config.compat()) {
            case CLOUD -> new CloudDialect();
            case OSS -> new OpenSourceDialect(assets, contents);
        };
    }
}
