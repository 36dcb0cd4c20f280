package dev.coffer.localstack;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.s3.S3Buckets;
import dev.coffer.localstack.component.s3.S3Credentials;

/** A real S3 store of this JVM. */
public final class S3Server {
    private static final String REGION = "us-east-1";

    private final Component component;
    private final S3Credentials credentials;

    S3Server(Component component, S3Credentials credentials) {
        this.component = component;
        this.credentials = credentials;
    }

    /** Its kind: s3proxy or minio. */
    public String name() {
        return component.name();
    }

    /** Its URL, without a bucket. */
    public String url() {
        return "http://127.0.0.1:" + component.ports().getFirst();
    }

    /** The public half of the key. */
    public String accessKey() {
        return credentials.accessKey();
    }

    /** The secret half of the key. */
    public String secretKey() {
        return credentials.secretKey();
    }

    /** The region that signatures name. */
    public String region() {
        return REGION;
    }

    /** Creates the bucket unless it exists. */
    public void createBucket(String name) {
        TestServers.exclusively(() -> {
            new S3Buckets(url(), credentials, REGION).ensure(name);
            return null;
        });
    }

    /** Starts it, or does nothing when it runs; same port, same objects. */
    public S3Server start() {
        TestServers.start(component);
        return this;
    }

    /** Stops it. */
    public void stop() {
        TestServers.stop(component);
    }
}
