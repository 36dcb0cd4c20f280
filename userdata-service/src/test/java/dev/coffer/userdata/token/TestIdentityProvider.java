package dev.coffer.userdata.token;

import dev.coffer.testing.HttpStub;
import dev.coffer.userdata.UserdataServers;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** An identity provider with metadata and keys; its tokens are made by {@link SignedTokens}. */
public class TestIdentityProvider extends UserdataServers {
    // Test classes are loaded more than once in one JVM.
    static final String ISSUER = "coffer.test-issuer";
    static final String KEY = "coffer.test-issuer.key";

    private final HttpStub server = new HttpStub();

    @Override
    protected Map<String, String> settings() {
        String issuer = server.url();
        RsaJsonWebKey key = key();
        server.on("/.well-known/openid-configuration", """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",
                 "authorization_endpoint":"%1$s/login","introspection_endpoint":"%1$s/introspect"}"""
                .formatted(issuer));
        server.on("/keys", "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}");
        // An introspection that would grant everything: services must not use it.
        server.on("/introspect", """
                {"active":true,"sub":"eve","tenant":"acme","scope":"coffer-internal coffer-publisher"}""");
        System.setProperty(ISSUER, issuer);
        System.setProperty(KEY, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        Map<String, String> settings = new HashMap<>(super.settings());
        settings.put("quarkus.oidc.auth-server-url", issuer);
        return settings;
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.close();
    }
}
