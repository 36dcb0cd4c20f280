package dev.coffer.common.config;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether it is a trial. */
@Singleton
class ProductionConfig {
    private final boolean production;

    ProductionConfig(@ConfigProperty(name = "coffer.production", defaultValue = "true") boolean production) {
        this.production = production;
    }

    /** No for a trial on a machine of one's own. */
    boolean production() {
        return production;
    }
}
