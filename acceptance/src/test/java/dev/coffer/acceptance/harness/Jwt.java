package dev.coffer.acceptance.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A parsed JSON web token, from which invalid tokens are made. */
public record Jwt(ObjectNode header, ObjectNode claims, String signature) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Computes the signature over the first two parts of a token. */
    interface Signer {
        byte[] sign(byte[] content) throws GeneralSecurityException;
    }

    public static Jwt parse(String token) {
        String[] parts = token.split("\\.", -1);
        return new Jwt(decode(parts[0]), decode(parts[1]), parts[2]);
    }

    /** A copy whose header and claims can be changed. */
    public Jwt copy() {
        return new Jwt(header.deepCopy(), claims.deepCopy(), signature);
    }

    /** The token with its original signature. */
    public String text() {
        return content() + "." + signature;
    }

    public String unsigned() {
        return content() + ".";
    }

    public String signedHs256(byte[] secret) {
        header.put("alg", "HS256");
        return signed(content -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(content);
        });
    }

    public String signedRs256(PrivateKey key) {
        header.put("alg", "RS256");
        return signed(content -> {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key);
            rsa.update(content);
            return rsa.sign();
        });
    }

    private String signed(Signer signer) {
        try {
            byte[] made = signer.sign(content().getBytes(StandardCharsets.US_ASCII));
            return content() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String content() {
        return encode(header) + "." + encode(claims);
    }

    private static String encode(ObjectNode json) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode decode(String part) {
        try {
            return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
