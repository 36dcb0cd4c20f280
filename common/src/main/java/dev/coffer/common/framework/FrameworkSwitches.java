package dev.coffer.common.framework;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Sets system properties that the framework reads, before it reads them: while the configuration is created, which
 * comes before everything else, in tests as in production. It is found by its name in {@code META-INF/services}.
 */
@StaticInitSafe
public final class FrameworkSwitches implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        FrameworkInternals.letAnyTargetThrough();
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
}
