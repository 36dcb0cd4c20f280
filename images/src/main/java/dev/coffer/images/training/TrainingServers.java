package dev.coffer.images.training;

import dev.coffer.localstack.Database;
import dev.coffer.localstack.LocalServers;
import dev.coffer.localstack.S3Server;
import dev.coffer.localstack.component.Passwords;
import dev.coffer.localstack.launcher.stack.ServiceName;
import java.util.Map;
import java.util.TreeMap;

/** The servers that a service needs to get ready: a database, and a store. Neither Kafka nor an identity provider. */
public final class TrainingServers {
    private static final String BUCKET = "coffer";
    private static final String NOBODY = "127.0.0.1:1";

    /** The settings of this service, as environment variables; the servers are started first, if need be. */
    public Map<String, String> settings(ServiceName service) {
        Database database = LocalServers.postgres().createDatabase(service.module().replace("-service", ""));
        Map<String, String> settings = new TreeMap<>();
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        settings.put("QUARKUS_DATASOURCE_USERNAME", database.username());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        settings.put("COFFER_PRODUCTION", "false");
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://" + NOBODY + "/realms/coffer");
        settings.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", Passwords.password());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", NOBODY);
        settings.put("COFFER_PUBLIC_URL", "http://localhost:8080");
        settings.put("COFFER_BLOB_URL", "http://" + NOBODY);
        settings.put("COFFER_USERDATA_URL", "http://" + NOBODY);
        settings.put("COFFER_SIGNING_KEY", Passwords.key());
        if (service == ServiceName.BLOB) {
            S3Server store = LocalServers.s3proxy();
            store.createBucket(BUCKET);
            settings.put("COFFER_S3_ENDPOINT", store.url());
            settings.put("COFFER_S3_BUCKET", BUCKET);
            settings.put("COFFER_S3_ACCESS_KEY", store.accessKey());
            settings.put("COFFER_S3_SECRET_KEY", store.secretKey());
            settings.put("COFFER_S3_REGION", store.region());
        }
        return settings;
    }
}
