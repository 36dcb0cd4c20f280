package dev.coffer.common.config;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Whether this process serves people whose data counts. It does unless somebody says otherwise, and does not start with a
 * setting that endangers them.
 */
@ApplicationScoped
@Startup
public class Production {
    /** What servers are delivered with, what people type, and what the trial of the chart has. */
    private static final Set<String> KNOWN_TO_ALL = Set.of("minioadmin", "minio123", "postgres", "changeme", "secret",
            "password", "coffer", "quickstart-only", "quickstart-only-quickstart-only-32");

    private static final Logger LOG = Logger.getLogger(Production.class);

    private final boolean production;

    Production(ProductionConfig config) {
        production = config.production();
        if (!production) {
            LOG.warn("coffer.production is false: dangerous settings are not refused. For a trial only.");
        }
    }

    /**
     * Holds a setting to a rule that counts in production only.
     *
     * @param name as it is configured
     * @param rule what it must be in production, as the end of a sentence
     * @throws IllegalStateException that names the setting and says the rule, if it is dangerous
     */
    public void refuse(boolean dangerous, String name, String rule) {
        Setting.require(!production || !dangerous, name, rule + "; for a trial, coffer.production=false allows it");
    }

    /** Whether everybody would try this secret, in capitals or not. */
    public static boolean isKnownToAll(String secret) {
        return KNOWN_TO_ALL.contains(secret.toLowerCase(Locale.ROOT));
    }

    /**
     * Says what an operator should know before it is too late.
     *
     * @param warning a sentence that names the setting
     */
    public void warn(boolean questionable, String warning) {
        if (production && questionable) {
            LOG.warn(warning);
        }
    }
}
