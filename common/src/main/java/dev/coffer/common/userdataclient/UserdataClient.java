package dev.coffer.common.userdataclient;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.tracing.CurrentTrace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;

/** Calls internal operations of userdata-service as this service. */
final class UserdataClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final RemoteCredentialsConfig config;
    private final Supplier<String> authorization;
    private final ObjectMapper json;

    /** @param authorization of this service, for each call */
    UserdataClient(RemoteCredentialsConfig config, Supplier<String> authorization, ObjectMapper json) {
        this.config = config;
        this.authorization = authorization;
        this.json = json;
    }

    /** The answer with any status. What is asked may be asked twice, and is if the connection ends or cannot be made. */
    HttpResponse<byte[]> post(String path, Object body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(config.url().resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", authorization.get())
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        CurrentTrace.addTo(request);
        try {
            return send(request.build());
        } catch (IOException e) {
            if (e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException)) {
                throw e;
            }
            // The process may have been stopped, and there are others.
            return send(request.build());
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
