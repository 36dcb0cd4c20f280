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
    private final Optional<String> acceptedSigningKey;

    LinkConfig(
            @ConfigProperty(name = "coffer.public-url") Optional<URI> publicUrl,
            @ConfigProperty(name = "coffer.signing-key") Optional<String> signingKey,
            @ConfigProperty(name = "coffer.accepted-signing-key") Optional<String> acceptedSigningKey) {
        this.publicUrl = publicUrl
                .map(url -> url.toString().replaceAll("(?<!/)/++$", ""))
                .orElseThrow(() -> new IllegalStateException(
                        "coffer.public-url must be set to the address under which clients reach Coffer"));
        this.signingKey = signingKey
                .filter(LinkConfig::isLong)
                .orElseThrow(() -> new IllegalStateException(
                        "coffer.signing-key must be set to a secret of at least 32 characters"));
        this.acceptedSigningKey = acceptedSigningKey;
        if (!acceptedSigningKey.stream().allMatch(LinkConfig::isLong)) {
            throw new IllegalStateException(
                    "coffer.accepted-signing-key must be a secret of at least 32 characters, or not be set");
        }
    }

    private static boolean isLong(String key) {
        return key.length() >= MIN_KEY_LENGTH;
    }

    /** {@code coffer.public-url}, the only source of absolute links, without a slash at the end. */
    public String publicUrl() {
        return publicUrl;
    }

    /** {@code coffer.signing-key}, a secret that all services share. */
    String signingKey() {
        return signingKey;
    }

    /**
     * {@code coffer.accepted-signing-key}: nothing is signed with it, but what was is accepted. While the signing key is
     * replaced, it is the one that comes, then the one that goes.
     */
    Optional<String> acceptedSigningKey() {
        return acceptedSigningKey;
    }
}
