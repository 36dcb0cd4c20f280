package dev.coffer.blob.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coffer.localstack.LocalServers;
import dev.coffer.localstack.S3Server;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

class MinioBlobStoreIT implements BlobStoreContract {
    private static ObjectStore store;

    @BeforeAll
    static void start() {
        Optional<S3Server> minio = LocalServers.minio();
        assumeTrue(minio.isPresent(), "there is no minio on the PATH and none was built into the cache");
        store = TestStores.on(minio.get());
    }

    @Override
    public ObjectStore store() {
        return store;
    }
}
