package dev.coffer.common.trust;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Trusts the certificates of the directory that {@code COFFER_CA_CERTIFICATES} names, while the configuration is
 * created, which comes before every TLS client; so it is a variable of the environment, and no setting. It is found by
 * its name in {@code META-INF/services}.
 */
@StaticInitSafe
public final class TrustAtStart implements SmallRyeConfigBuilderCustomizer {
    private static final AtomicBoolean DONE = new AtomicBoolean();

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        String directory = System.getenv("COFFER_CA_CERTIFICATES");
        if (directory != null && !directory.isBlank() && !DONE.getAndSet(true)) {
            int added = TrustedCertificates.trust(Path.of(directory));
            System.getLogger(TrustAtStart.class.getName())
                    .log(System.Logger.Level.INFO, "trusting " + added + " certificates of " + directory);
        }
    }
}
