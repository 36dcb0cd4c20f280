package dev.coffer.common.trust;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Adds to what is trusted while the configuration is created, which comes before every TLS client; so it is a variable
 * of the environment that names the certificates, and no setting. It is found by its name in {@code META-INF/services}.
 */
@StaticInitSafe
public final class TrustAtStart implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        TrustedCertificates.trustNamed();
    }
}
