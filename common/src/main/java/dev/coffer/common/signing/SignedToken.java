package dev.coffer.common.signing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Values that travel through a client and come back unchanged: {@code <payload>.<HMAC-SHA256>}, both base64url.
 * The purpose is part of the signature, so a token made for one use is not valid for another.
 */
@ApplicationScoped
public class SignedToken {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MARK_BYTES = 12;

    private final ObjectMapper json;
    private final SecretKeySpec key;
    private final List<SecretKeySpec> accepted;

    SignedToken(ObjectMapper json, LinkConfig config) {
        this.json = json;
        this.key = key(config.signingKey());
        this.accepted =
                Stream.concat(Stream.of(key), config.acceptedSigningKey().map(SignedToken::key).stream()).toList();
    }

    private static SecretKeySpec key(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** A token that says this and can be checked later. */
    public String sign(String purpose, Object content) {
        try {
            String payload = encode(json.writeValueAsBytes(content));
            return payload + "." + encode(mac(key, purpose, payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What {@link #sign} was given, here or by another process that has one of our keys.
     *
     * @throws ServiceException {@code LINK_REFUSED}, 403, if the token was not made here for this purpose
     */
    public <T> T verify(String purpose, String token, Class<T> type) {
        int dot = token.indexOf('.');
        try {
            if (dot > 0 && sameMac(purpose, token.substring(0, dot), token.substring(dot + 1))) {
                return json.readValue(Base64.getUrlDecoder().decode(token.substring(0, dot)), type);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    /** The same for equal texts, which it does not reveal without the key. */
    public String mark(String purpose, String text) {
        return encode(Arrays.copyOf(mac(key, purpose, text), MARK_BYTES));
    }

    private boolean sameMac(String purpose, String payload, String mac) {
        byte[] given = mac.getBytes(StandardCharsets.UTF_8);
        return accepted.stream().anyMatch(one -> MessageDigest.isEqual(
                encode(mac(one, purpose, payload)).getBytes(StandardCharsets.US_ASCII), given));
    }

    private static ServiceException refused() {
        return new ServiceException(ErrorCode.LINK_REFUSED, "The link is not valid. Ask for a new one.");
    }

    private static byte[] mac(SecretKeySpec key, String purpose, String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((purpose + "\n").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
