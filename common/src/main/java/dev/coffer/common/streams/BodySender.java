package dev.coffer.common.streams;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Sends content as a stream and does not wait for ever for a server that does not take it, or does not answer. */
public final class BodySender {
    private BodySender() {}

    /**
     * Sends a PUT.
     *
     * @param content opened once; a failure to read it breaks the connection, and the server sees no end
     * @param length in bytes, or -1 if unknown
     * @param stallTimeout how long the server may be silent, for any length
     */
    public static HttpResponse<InputStream> put(
            HttpClient client,
            HttpRequest.Builder request,
            Supplier<InputStream> content,
            long length,
            Duration stallTimeout)
            throws IOException {
        CompletableFuture<Void> stalled = new CompletableFuture<>();
        try (StallGuard guard = new StallGuard(stallTimeout, () -> stalled.complete(null))) {
            BodyPublisher body = body(() -> guard.sending(content.get()), length);
            var answer = client.sendAsync(request.PUT(body).build(), BodyHandlers.ofInputStream());
            CompletableFuture.anyOf(answer, stalled).get();
            if (!answer.isDone()) {
                answer.cancel(true);
                throw new IOException("the server was silent for " + stallTimeout);
            }
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException reason ? reason : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static BodyPublisher body(Supplier<InputStream> content, long length) {
        if (length == 0) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(content);
        return length < 0 ? stream : BodyPublishers.fromPublisher(stream, length);
    }
}
