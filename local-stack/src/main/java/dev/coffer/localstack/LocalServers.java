package dev.coffer.localstack;

import dev.coffer.localstack.component.Passwords;
import dev.coffer.localstack.component.s3.MinioBinary;
import dev.coffer.localstack.component.s3.MinioComponent;
import dev.coffer.localstack.component.s3.S3Credentials;
import dev.coffer.localstack.component.s3.S3ProxyComponent;
import java.util.Optional;

/**
 * Real servers for tests: one of each kind per JVM, on a free port of the loopback interface, started on first use, in
 * a temporary directory that is deleted with the end of the JVM.
 */
public final class LocalServers {
    private LocalServers() {}

    /** PostgreSQL. */
    public static PostgresServer postgres() {
        return new PostgresServer().start();
    }

    /** Kafka. */
    public static KafkaServer kafka() {
        return new KafkaServer().start();
    }

    /** S3Proxy, the embedded store. */
    public static S3Server s3proxy() {
        S3Credentials credentials = credentials();
        return new S3Server(
                new S3ProxyComponent("s3proxy", TestServers.layout(), TestServers.port("s3proxy"), credentials),
                credentials).start();
    }

    /** MinIO; empty when there is none on the PATH and none was built into the cache. */
    public static Optional<S3Server> minio() {
        S3Credentials credentials = credentials();
        return MinioBinary.find().map(binary -> new S3Server(
                new MinioComponent("minio", TestServers.layout(), binary, TestServers.port("minio"), credentials),
                credentials).start());
    }

    private static S3Credentials credentials() {
        return new S3Credentials(TestServers.remembered("s3.accessKey", Passwords::password),
                TestServers.remembered("s3.secretKey", Passwords::password));
    }
}
