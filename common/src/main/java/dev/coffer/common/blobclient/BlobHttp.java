package dev.coffer.common.blobclient;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.streams.BodySender;
import dev.coffer.common.token.InternalToken;
import dev.coffer.common.tracing.CurrentTrace;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to blob-service. The JDK's client is used because it breaks the connection when a source breaks; the
 * REST client of the framework ended such bodies as if they were complete.
 */
@ApplicationScoped
class BlobHttp {
    private static final Logger LOG = Logger.getLogger(BlobHttp.class);
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** For calls that move no content; a store that hangs must not hang its callers. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    /** How long blob-service may be silent while content moves; longer than it waits for the store itself. */
    static final Duration TRANSFER_STALL_TIMEOUT = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final BlobConfig config;
    private final InternalToken token;
    private final ObjectMapper json;

    BlobHttp(BlobConfig config, InternalToken token, ObjectMapper json) {
        this.config = config;
        this.token = token;
        this.json = json;
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Adds the owner of the resource of a call: blob-service does not find it for another owner. */
    static String query(Owner owner) {
        return "?tenant=" + encode(owner.tenant()) + "&owner=" + encode(owner.key());
    }

    static ServiceException unreachable(Exception e) {
        LOG.warnf("blob-service: %s", e.toString());
        return ServiceException.unavailable("The store is out of reach.");
    }

    /** Calls with a JSON body, or without one. */
    HttpResponse<InputStream> call(String method, String path, @Nullable Object body) {
        return call(method, path, body, ANSWER_TIMEOUT);
    }

    /** The same for a call that may take its time. */
    HttpResponse<InputStream> call(String method, String path, @Nullable Object body, Duration timeout) {
        try {
            BodyPublisher content = body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
            return exchange(request(path)
                    .header("Content-Type", "application/json")
                    .timeout(timeout)
                    .method(method, content)
                    .build());
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * Streams content.
     *
     * @param length in bytes, or -1 if unknown
     */
    HttpResponse<InputStream> put(String path, InputStream content, long length) throws IOException {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/octet-stream");
        return BodySender.put(client, request, () -> content, length, TRANSFER_STALL_TIMEOUT);
    }

    HttpResponse<InputStream> get(String path, @Nullable String range) {
        HttpRequest.Builder request = request(path).timeout(ANSWER_TIMEOUT).GET();
        if (range != null) {
            request.header("Range", range);
        }
        try {
            return exchange(request.build());
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(config.url() + path)).header("Authorization", token.bearer());
        CurrentTrace.addTo(request);
        return request;
    }

    private HttpResponse<InputStream> exchange(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The JSON of a good answer. */
    <T> T read(HttpResponse<InputStream> answer, Class<T> type) {
        check(answer);
        try (InputStream in = answer.body()) {
            return json.readValue(in, type);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Why blob-service refused a call, in the words that it has for clients. */
    String refusal(HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            return json.readTree(in).path("message").asText("The store refused the call.");
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Throws unless the answer is good, and gives the connection back. */
    void done(HttpResponse<InputStream> answer) {
        check(answer);
        discard(answer);
    }

    void discard(HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws unless the answer is good. */
    void check(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        if (status < 400) {
            return;
        }
        if (status == 413) {
            throw tooMuch(answer);
        }
        discard(answer);
        if (status == 408) {
            throw new ServiceException(ErrorCode.REQUEST_TIMEOUT, "The request body did not arrive in time.");
        }
        throw unreachable(new IOException("answered " + status + " to " + answer.request().method() + " "
                + answer.request().uri().getPath()));
    }

    /** A quota is reported to the client in the words of blob-service. */
    private ServiceException tooMuch(HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            JsonNode refusal = json.readTree(in);
            if (refusal.path("code").asText().equals(ErrorCode.QUOTA_EXCEEDED.wireName())) {
                Map<String, Object> details = json.convertValue(refusal.path("details"), DETAILS);
                return new ServiceException(ErrorCode.QUOTA_EXCEEDED, refusal.path("message").asText(), details);
            }
            return new ServiceException(ErrorCode.FILE_TOO_LARGE, "The content is larger than the store allows.");
        } catch (IOException e) {
            return unreachable(e);
        }
    }
}
