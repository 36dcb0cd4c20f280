package dev.coffer.userdata.token;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Tokens that {@link TestIdentityProvider} could have issued. */
public final class SignedTokens {
    private SignedTokens() {}

    /** An access token of ann of acme with these claims besides; null takes one away. */
    public static String access(Map<String, ?> claims) {
        Map<String, Object> all = new HashMap<>(Map.of("typ", "Bearer", "sub", "ann", "tenant", "acme"));
        all.putAll(claims);
        return signed("JWT", all);
    }

    /** @param type of the header, if it has one */
    public static String signed(String type, Map<String, ?> claims) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> all = new HashMap<>(Map.of(
                "iss", System.getProperty(TestIdentityProvider.ISSUER), "aud", "coffer", "iat", now, "exp", now + 300));
        all.putAll(claims);
        all.values().removeIf(value -> value == null);
        try {
            RsaJsonWebKey key = new RsaJsonWebKey(JsonUtil.parseJson(System.getProperty(TestIdentityProvider.KEY)));
            JsonWebSignature token = new JsonWebSignature();
            token.setAlgorithmHeaderValue("RS256");
            token.setKeyIdHeaderValue(key.getKeyId());
            if (type != null) {
                token.setHeader("typ", type);
            }
            token.setKey(key.getRsaPrivateKey());
            token.setPayload(JsonUtil.toJson(all));
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
