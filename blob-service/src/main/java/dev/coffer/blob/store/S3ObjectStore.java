package dev.coffer.blob.store;

import dev.coffer.common.content.ByteRange;
import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.ComposeObjectArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.ObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.UploadPartCopyArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Any store with the S3 API. Calls without content go through minio-java; content goes through signed URLs and the
 * JDK's HTTP client, because minio-java would hold a part in memory and hash it a second time.
 */
@ApplicationScoped
@Typed(S3ObjectStore.class)
public class S3ObjectStore implements ObjectStore {
    private static final int TIMEOUT_SECONDS = 60;
    private static final int CHECK_SECONDS = 3;
    /** Stores that copy the parts need longer. */
    private static final int ASSEMBLY_SECONDS = 280;
    /** Life of a signed URL; it limits the start of a transfer only. */
    private static final int SIGNATURE_MINUTES = 15;

    private final MinioAsyncClient client;
    private final S3Transfer transfer = new S3Transfer();
    private final String bucket;

    public S3ObjectStore(S3Config config) {
        this.bucket = config.bucket();
        this.client = MinioAsyncClient.builder()
                .endpoint(config.endpoint().toString())
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .build();
    }

    @Override
    public void check() throws IOException {
        BucketExistsArgs args = BucketExistsArgs.builder().bucket(bucket).build();
        if (!await(() -> client.bucketExists(args), CHECK_SECONDS)) {
            throw new IOException("store: there is no bucket " + bucket);
        }
    }

    @Override
    public void put(String key, Source source) throws IOException {
        transfer.put(sign(Http.Method.PUT, key, Map.of()), source);
    }

    @Override
    public String startParts(String key) throws IOException {
        CreateMultipartUploadArgs args = of(CreateMultipartUploadArgs.builder(), key).build();
        return await(() -> client.createMultipartUpload(args)).result().uploadId();
    }

    @Override
    public Part putPart(String key, String uploadId, int number, Source source) throws IOException {
        Map<String, String> query = Map.of("partNumber", Integer.toString(number), "uploadId", uploadId);
        return new Part(number, transfer.put(sign(Http.Method.PUT, key, query), source));
    }

    @Override
    public Part copyPart(String key, String uploadId, int number, String sourceKey) throws IOException {
        String source = "/" + bucket + "/" + URLEncoder.encode(sourceKey, StandardCharsets.UTF_8).replace("%2F", "/");
        // The builder of UploadPartCopyArgs in minio-java 9.0.4 cannot reach its own constructor.
        ComposeObjectArgs target = of(ComposeObjectArgs.builder(), key)
                .sources(List.of(of(SourceObject.builder(), sourceKey).build()))
                .build();
        UploadPartCopyArgs args =
                new UploadPartCopyArgs(target, uploadId, number, new Http.Headers("x-amz-copy-source", source));
        return new Part(number, await(() -> client.uploadPartCopy(args), ASSEMBLY_SECONDS).part().etag());
    }

    @Override
    public void completeParts(String key, String uploadId, List<Part> parts) throws IOException {
        CompleteMultipartUploadArgs args = of(CompleteMultipartUploadArgs.builder(), key)
                .uploadId(uploadId)
                .parts(parts.stream()
                        .map(part -> new io.minio.messages.Part(part.number(), part.etag()))
                        .toArray(io.minio.messages.Part[]::new))
                .build();
        try {
            await(() -> client.completeMultipartUpload(args), ASSEMBLY_SECONDS);
        } catch (IOException e) {
            // Some stores answer an error although the object is there: what HEAD says counts.
            if (size(key).isEmpty()) {
                throw e;
            }
        }
    }

    @Override
    public void abortParts(String key, String uploadId) throws IOException {
        AbortMultipartUploadArgs args =
                of(AbortMultipartUploadArgs.builder(), key).uploadId(uploadId).build();
        found(() -> client.abortMultipartUpload(args));
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        StatObjectArgs args = of(StatObjectArgs.builder(), key).build();
        return found(() -> client.statObject(args)).map(answer -> answer.size());
    }

    @Override
    public InputStream get(String key, ByteRange range) throws IOException {
        return transfer.get(sign(Http.Method.GET, key, Map.of()), range);
    }

    @Override
    public void delete(String key) throws IOException {
        RemoveObjectArgs args = of(RemoveObjectArgs.builder(), key).build();
        found(() -> client.removeObject(args));
    }

    private <B extends ObjectArgs.Builder<B, A>, A extends ObjectArgs> B of(B builder, String key) {
        return builder.bucket(bucket).object(key);
    }

    private URI sign(Http.Method method, String key, Map<String, String> query) throws IOException {
        GetPresignedObjectUrlArgs args = of(GetPresignedObjectUrlArgs.builder(), key)
                .method(method)
                .expiry(SIGNATURE_MINUTES, TimeUnit.MINUTES)
                .extraQueryParams(query)
                .build();
        try {
            return URI.create(client.getPresignedObjectUrl(args));
        } catch (MinioException e) {
            throw new IOException(e);
        }
    }

    /** The answer, or empty if the store does not know the object. */
    private static <T> Optional<T> found(Call<T> call) throws IOException {
        try {
            return Optional.ofNullable(await(call));
        } catch (NotThere e) {
            return Optional.empty();
        }
    }

    private static <T> T await(Call<T> call) throws IOException {
        return await(call, TIMEOUT_SECONDS);
    }

    private static <T> T await(Call<T> call, int seconds) throws IOException {
        try {
            return call.start().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw translate(Objects.requireNonNullElse(e.getCause(), e));
        } catch (MinioException | TimeoutException e) {
            throw translate(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static IOException translate(Throwable e) {
        boolean unknown = e instanceof ErrorResponseException refusal && refusal.response().code() == 404;
        return unknown ? new NotThere(e) : new IOException("store: " + e.getMessage(), e);
    }

    private interface Call<T> {
        CompletableFuture<T> start() throws MinioException;
    }

    private static final class NotThere extends IOException {
        NotThere(Throwable cause) {
            super("store: no such object or upload", cause);
        }
    }
}
