package dev.coffer.blob.store;

import dev.coffer.localstack.S3Server;
import java.net.URI;

/** The store of the product on a given server. */
final class TestStores {
    private TestStores() {}

    static ObjectStore on(S3Server server) {
        server.createBucket("contract");
        return new S3ObjectStore(new S3Config() {
            @Override
            public URI endpoint() {
                return URI.create(server.url());
            }

            @Override
            public String region() {
                return server.region();
            }

            @Override
            public String bucket() {
                return "contract";
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
