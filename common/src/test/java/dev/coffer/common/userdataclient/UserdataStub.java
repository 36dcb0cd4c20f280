package dev.coffer.common.userdataclient;

import com.sun.net.httpserver.HttpExchange;
import dev.coffer.testing.HttpStub;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A userdata-service that answers what a test says, and remembers the bodies of the requests. */
final class UserdataStub implements AutoCloseable {
    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final HttpStub server = new HttpStub();
    private final Function<String, Answer> answers;

    /** Answers requests for this path, by their body. */
    UserdataStub(String path, Function<String, Answer> answers) {
        this.answers = answers;
        server.on(path, this::answer);
    }

    /** How a client finds it. */
    RemoteCredentialsConfig config() {
        return new Config(URI.create(server.url()), Duration.ofSeconds(20), 100);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body);
        Answer answer = answers.apply(body);
        HttpStub.answer(exchange, answer.status(), answer.json());
    }

    @Override
    public void close() {
        server.close();
    }

    record Answer(int status, String json) {}

    private record Config(URI url, Duration keyCache, long keyCacheSize) implements RemoteCredentialsConfig {}
}
