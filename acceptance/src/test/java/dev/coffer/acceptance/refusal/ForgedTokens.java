package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.harness.User.A;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffer.acceptance.harness.Jwt;
import dev.coffer.acceptance.harness.Tokens;
import dev.coffer.acceptance.stack.Environment;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Forged tokens that look like those of the identity provider. */
final class ForgedTokens {
    private final Jwt real = Jwt.parse(Tokens.access(A));
    private final KeyPair ownKey = newKey();

    /** Forged tokens by what is wrong with them. */
    Map<String, String> all() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("garbage", "garbage");
        tokens.put("three empty parts", "..");
        tokens.put("no signature", real.copy().unsigned());
        tokens.put("alg none", header("none").unsigned());
        tokens.put("alg None with the real signature", header("None").text());
        tokens.put("HS256 with the public key as PEM", real.copy().signedHs256(pem()));
        tokens.put("HS256 with the public key as DER", real.copy().signedHs256(publicKey().getEncoded()));
        tokens.put("HS256 with nothing as key", real.copy().signedHs256(new byte[1]));
        tokens.put("another tenant", changed(claims -> claims.put("tenant", "globex")).text());
        tokens.put("another subject", changed(claims -> claims.put("sub", "somebody")).text());
        tokens.put("a later end", changed(claims -> claims.put("exp", claims.get("exp").asLong() + 1)).text());
        tokens.put("another key under the real kid", real.copy().signedRs256(ownKey.getPrivate()));
        tokens.put("another key under its own kid", ownKid(claims -> {}));
        tokens.put("another issuer", ownKid(claims -> claims.put("iss", "http://localhost:1/realms/evil")));
        tokens.put("expired and forged", ownKid(claims -> claims.put("exp", Instant.now().getEpochSecond() - 60)));
        tokens.put("another key brought along as jwk", broughtAlong());
        tokens.put("another key brought along as jku", keyUrl());
        JsonPath grant = Tokens.grant(A);
        tokens.put("an id token", grant.getString("id_token"));
        tokens.put("a refresh token", grant.getString("refresh_token"));
        return tokens;
    }

    private Jwt header(String algorithm) {
        Jwt copy = real.copy();
        copy.header().put("alg", algorithm);
        return copy;
    }

    private Jwt changed(Consumer<ObjectNode> change) {
        Jwt copy = real.copy();
        change.accept(copy.claims());
        return copy;
    }

    private String ownKid(Consumer<ObjectNode> change) {
        Jwt copy = changed(change);
        copy.header().put("kid", "own-key");
        return copy.signedRs256(ownKey.getPrivate());
    }

    private String broughtAlong() {
        Jwt copy = real.copy();
        RSAPublicKey key = (RSAPublicKey) ownKey.getPublic();
        copy.header().put("kid", "own-key").putObject("jwk")
                .put("kty", "RSA")
                .put("n", base64(key.getModulus()))
                .put("e", base64(key.getPublicExponent()));
        return copy.signedRs256(ownKey.getPrivate());
    }

    private String keyUrl() {
        Jwt copy = real.copy();
        copy.header().put("kid", "own-key").put("jku", "http://127.0.0.1:1/keys");
        ArrayNode critical = copy.header().putArray("x5c");
        critical.add("MIIB");
        return copy.signedRs256(ownKey.getPrivate());
    }

    private RSAPublicKey publicKey() {
        String certificates = Environment.get("COFFER_TOKEN_URL").replaceAll("/token$", "/certs");
        Map<String, String> key = RestAssured.get(certificates).then().statusCode(200).extract().jsonPath()
                .param("kid", real.header().get("kid").asText())
                .getMap("keys.find { it.kid == kid }", String.class, String.class);
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key.get("n")), number(key.get("e"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] pem() {
        String body = Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(publicKey().getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }

    private static String base64(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
