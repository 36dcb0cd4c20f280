package dev.coffer.acceptance.load;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.encode;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Multipart;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.User;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one user does with all three APIs. Each request is counted and sent once: what closed before it answered is sent
 * again by the edge, or has failed.
 */
final class Session {
    private final User user;
    private final AtomicLong requests;

    Session(User user, AtomicLong requests) {
        this.user = user;
        this.requests = requests;
    }

    Upload asset(Payload payload) {
        Multipart form = new Multipart().field("tags", "load").file(payload);
        Answer answer = send(byKey("/api/assets").header("Content-Type", form.contentType()).POST(form.body()), 201);
        String id = answer.json().getString("id");
        return new Upload(payload, () -> download("/api/assets/" + id + "/content"));
    }

    Upload userFile(Payload payload) {
        String path = "/api/userdata/" + encode("load/" + payload.name());
        send(byKey(path).header("Content-Type", payload.mimeType())
                .POST(BodyPublishers.ofByteArray(payload.bytes())), 200);
        return new Upload(payload, () -> download(path));
    }

    Upload cdfFile(Payload payload) {
        Answer created = send(cdf("", "{\"name\":\"" + payload.name() + "\"}"), 201);
        long id = created.json().getLong("id");
        URI link = URI.create(created.json().getString("uploadUrl"));
        send(HttpRequest.newBuilder(link).header("Content-Type", payload.mimeType())
                .PUT(BodyPublishers.ofByteArray(payload.bytes())), 200);
        return new Upload(payload, () -> {
            Answer answer = send(cdf("/downloadlink", "{\"items\":[{\"id\":" + id + "}]}"), 200);
            URI download = URI.create(answer.json().getString("items[0].downloadUrl"));
            return send(HttpRequest.newBuilder(download), 200).body();
        });
    }

    void listAssets() {
        send(byKey("/api/assets?include_tags=load&limit=20"), 200);
    }

    void readSettings() {
        send(byKey("/api/settings"), 200);
    }

    void listCdfFiles() {
        send(cdf("/list", "{\"limit\":20}"), 200);
    }

    private byte[] download(String path) {
        HttpRequest.Builder request = byKey(path);
        Answer answer = send(request, 200, 302);
        if (answer.status() == 200) {
            return answer.body();
        }
        URI link = request.build().uri().resolve(answer.header("Location"));
        return send(HttpRequest.newBuilder(link), 200).body();
    }

    private HttpRequest.Builder byKey(String path) {
        return as(user).byKey().transfer(path);
    }

    private HttpRequest.Builder cdf(String operation, String body) {
        return as(user).transfer("/api/v1/projects/" + user.project() + "/files" + operation)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private Answer send(HttpRequest.Builder request, Integer... expected) {
        requests.incrementAndGet();
        HttpRequest sent = request.build();
        String what = sent.method() + " " + sent.uri().getPath();
        try {
            Answer answer = Transfer.send(request);
            if (!Arrays.asList(expected).contains(answer.status())) {
                throw new UnexpectedAnswer("%s was answered by %d, request %s: %s"
                        .formatted(what, answer.status(), answer.header("X-Request-Id"), answer.text()));
            }
            return answer;
        } catch (UncheckedIOException e) {
            throw new UnexpectedAnswer(what + " was not answered: " + e.getCause());
        }
    }
}
