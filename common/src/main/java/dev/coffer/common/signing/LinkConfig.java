package dev.coffer.common.signing;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What signed links are made of. A service does not start without it. */
@Singleton
@Startup
public class LinkConfig {
    private static final int MIN_KEY_LENGTH = 32;

    private final String publicUrl;
    private final String signingKey;

    LinkConfig(
            @ConfigProperty(name = "coffer.public-url") Optional<URI> publicUrl,
            @ConfigProperty(name = "coffer.signing-key") Optional<String> signingKey) {
        this.publicUrl = publicUrl
                .map(url -> url.toString().replaceAll("(?<!/)/++$", ""))
                .orElseThrow(() -> new IllegalStateException(
                        "coffer.public-url must be set to the address under which clients reach Coffer"));
        this.signingKey = signingKey
                .filter(key -> key.length() >= MIN_KEY_LENGTH)
                .orElseThrow(() -> new IllegalStateException(
                        "coffer.signing-key must be set to a secret of at least 32 characters"));
    }

    /** {@code coffer.public-url}, the only source of absolute links, without a slash at the end. */
    public String publicUrl() {
        return publicUrl;
    }

    /** {@code coffer.signing-key}, a secret that all services share. */
    String signingKey() {
        return signingKey;
    }
}
