package dev.coffer.localstack.component.s3;

import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.process.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Creates buckets. The stack needs no more of S3, and so no client library. */
public final class S3Buckets {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI endpoint;
    private final S3Signature signature;

    /** In the store at this URL. */
    public S3Buckets(String endpoint, S3Credentials credentials, String region) {
        this.endpoint = URI.create(endpoint.endsWith("/") ? endpoint : endpoint + "/");
        this.signature = new S3Signature(credentials, region, Clock.systemUTC());
    }

    /**
     * Creates the bucket unless it exists.
     *
     * @throws ComponentException if the store cannot be reached or refuses
     */
    public void ensure(String bucket) throws InterruptedException {
        if (send("HEAD", bucket).statusCode() == 200) {
            return;
        }
        AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
        // MinIO reports ready before it has loaded its users.
        Await.until(() -> {
            answer.set(send("PUT", bucket));
            return answer.get().statusCode() != 503;
        }, TIMEOUT);
        HttpResponse<String> created = answer.get();
        boolean lostTheRace = created.statusCode() == 409 && created.body().contains("BucketAlready");
        if (created.statusCode() != 200 && !lostTheRace) {
            throw new ComponentException("the store at " + endpoint + " does not make the bucket " + bucket
                    + ": " + created.statusCode() + " " + created.body());
        }
    }

    private HttpResponse<String> send(String method, String bucket) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(bucket))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody());
        signature.sign(request, method, endpoint.resolve(bucket));
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ComponentException("the store at " + endpoint + " cannot be reached: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComponentException("interrupted while the store at " + endpoint + " was asked");
        }
    }
}
