package dev.coffer.localstack.component.s3;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 for requests without a body and without a query. */
final class S3Signature {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED_HEADERS = "host;x-amz-content-sha256;x-amz-date";

    private final S3Credentials credentials;
    private final String region;
    private final Clock clock;

    S3Signature(S3Credentials credentials, String region, Clock clock) {
        this.credentials = credentials;
        this.region = region;
        this.clock = clock;
    }

    /** Puts the headers on the request. */
    void sign(HttpRequest.Builder request, String method, URI uri) {
        String time = TIME.format(clock.instant());
        String scope = time.substring(0, 8) + "/" + region + "/s3/aws4_request";
        String emptyBody = sha256("");
        String canonical = String.join("\n", method, uri.getRawPath(), "", "host:" + host(uri),
                "x-amz-content-sha256:" + emptyBody, "x-amz-date:" + time, "", SIGNED_HEADERS, emptyBody);
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical));
        request.header("x-amz-date", time)
                .header("x-amz-content-sha256", emptyBody)
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + credentials.accessKey() + "/" + scope
                        + ", SignedHeaders=" + SIGNED_HEADERS
                        + ", Signature=" + HexFormat.of().formatHex(hmac(key(time.substring(0, 8)), toSign)));
    }

    private static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private byte[] key(String day) {
        byte[] key = ("AWS4" + credentials.secretKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {day, region, "s3", "aws4_request"}) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
