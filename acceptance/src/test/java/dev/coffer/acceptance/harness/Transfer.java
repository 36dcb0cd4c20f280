package dev.coffer.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Large bodies, up and down, as streams. */
public final class Transfer {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private Transfer() {}

    /** A request to an absolute URL without any credentials, as a signed link is used. */
    public static HttpRequest.Builder plain(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    /** A body with a declared length. */
    public static BodyPublisher body(Payload payload) {
        BodyPublisher stream = BodyPublishers.ofInputStream(payload::open);
        return payload.size() == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(stream, payload.size());
    }

    /** A body in chunks. */
    public static BodyPublisher chunked(Payload payload) {
        return BodyPublishers.ofInputStream(payload::open);
    }

    public static Answer send(HttpRequest.Builder request) {
        return Answer.of(exchange(request, BodyHandlers.ofByteArray()));
    }

    /**
     * Downloads, following one redirect as a browser element would: without any credentials. Fails unless the
     * content is exactly this. Returns the headers of the answer that brought it.
     */
    public static Answer assertContent(HttpRequest.Builder request, Payload expected) {
        HttpResponse<InputStream> response = exchange(request.GET(), BodyHandlers.ofInputStream());
        if (response.statusCode() == 302) {
            response = exchange(plain(target(response)).GET(), BodyHandlers.ofInputStream());
        }
        try (InputStream in = response.body()) {
            assertThat(response.statusCode()).as("status of the download of %s", expected).isEqualTo(200);
            expected.assertSame(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var headers = Answer.caseInsensitive();
        headers.putAll(response.headers().map());
        return new Answer(response.statusCode(), headers, new byte[0]);
    }

    /** Asks for a part of some content, following one redirect. */
    public static Answer range(HttpRequest.Builder request, String range) {
        HttpResponse<byte[]> response = exchange(request.GET().header("Range", range), BodyHandlers.ofByteArray());
        if (response.statusCode() == 302) {
            HttpRequest.Builder second = plain(target(response)).GET().header("Range", range);
            response = exchange(second, BodyHandlers.ofByteArray());
        }
        return Answer.of(response);
    }

    private static String target(HttpResponse<?> redirect) {
        String location = redirect.headers().firstValue("Location").orElseThrow();
        return redirect.request().uri().resolve(location).toString();
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return HTTP.send(request.timeout(TIMEOUT).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
