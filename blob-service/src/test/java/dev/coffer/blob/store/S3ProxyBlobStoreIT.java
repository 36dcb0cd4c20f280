package dev.coffer.blob.store;

import dev.coffer.localstack.LocalServers;

class S3ProxyBlobStoreIT implements BlobStoreContract {
    private static final ObjectStore STORE = TestStores.on(LocalServers.s3proxy());

    @Override
    public ObjectStore store() {
        return STORE;
    }
}
