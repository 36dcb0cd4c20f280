package dev.coffer.blob.store;

import dev.coffer.common.content.ByteRange;
import dev.coffer.common.streams.BodySender;
import dev.coffer.common.streams.StallGuard;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Moves bytes to and from signed URLs, without a buffer and without hashing them for the signature. */
final class S3Transfer {
    private static final int ATTEMPTS = 3;
    private static final int EXPLANATION = 1024;
    /** How long the store may be silent, for any size of a body. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** Stores and returns the ETag. */
    String put(URI url, Source source) throws IOException {
        int attempts = source.repeatable() ? ATTEMPTS : 1;
        for (int attempt = 1;; attempt++) {
            try {
                return putOnce(url, source);
            } catch (IOException e) {
                if (attempt == attempts) {
                    throw e;
                }
            }
        }
    }

    private String putOnce(URI url, Source source) throws IOException {
        HttpResponse<InputStream> answer =
                BodySender.put(client, HttpRequest.newBuilder(url), source.stream(), source.length(), TIMEOUT);
        try (InputStream in = answer.body()) {
            if (answer.statusCode() != 200) {
                throw refused("PUT", answer.statusCode(), in);
            }
            return answer.headers().firstValue("ETag").orElseThrow(() -> new IOException("store: no ETag"));
        }
    }

    /** Opens a range; a short answer is an {@link IOException} while reading, not an end. */
    InputStream get(URI url, ByteRange range) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Range", range.header())
                .timeout(TIMEOUT)
                .build();
        HttpResponse<InputStream> answer = send(request);
        boolean whole = answer.statusCode() == 200 && range.first() == 0;
        if (answer.statusCode() != 206 && !whole) {
            try (InputStream in = answer.body()) {
                throw refused("GET", answer.statusCode(), in);
            }
        }
        return new ExactStream(StallGuard.receiving(answer.body(), TIMEOUT), range.length());
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static IOException refused(String method, int status, InputStream body) throws IOException {
        String explanation = new String(body.readNBytes(EXPLANATION), StandardCharsets.UTF_8);
        return new IOException("store: " + method + " answered " + status + ": " + explanation);
    }
}
