package dev.coffer.blob.store;

import dev.coffer.localstack.S3Server;
import java.net.URI;

/** The store of the product on a given server. */
final class TestStores {
    private TestStores() {}

    static ObjectStore on(S3Server server) {
        server.createBucket("contract");
        return at(server, server.url(), "contract");
    }

    /** At an address, and with a bucket, that need not be there. */
    static ObjectStore at(S3Server server, String url, String bucket) {
        return new S3ObjectStore(new S3Config() {
            @Override
            public URI endpoint() {
                return URI.create(url);
            }

            @Override
            public String region() {
                return server.region();
            }

            @Override
            public String bucket() {
                return bucket;
            }

            @Override
            public String accessKey() {
                return server.accessKey();
            }

            @Override
            public String secretKey() {
                return server.secretKey();
            }
        });
    }
}
