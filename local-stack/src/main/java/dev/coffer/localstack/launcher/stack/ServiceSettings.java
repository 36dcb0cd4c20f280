package dev.coffer.localstack.launcher.stack;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.service.ServiceComponent;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of the services in this stack. */
final class ServiceSettings {
    private final Stack stack;

    ServiceSettings(Stack stack) {
        this.stack = stack;
    }

    Component component(ServiceName service, Path repository, Map<String, String> environment) {
        return new ServiceComponent(stack.layout(), service.module(),
                repository.resolve(service.module()).resolve("target/quarkus-app"),
                new ServiceComponent.Endpoints(
                        stack.ports().service(service.ordinal()), stack.ports().management(service.ordinal())),
                of(service), environment);
    }

    private Map<String, String> of(ServiceName service) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", stack.postgres().jdbcUrl(service.database()));
        settings.put("QUARKUS_DATASOURCE_USERNAME", service.database());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", stack.secrets().database(service));
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", stack.keycloak().realmUrl());
        settings.put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", stack.keycloak().realmUrl());
        settings.put("QUARKUS_OIDC_CLIENT_CLIENT_ID", service.module());
        settings.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", stack.secrets().client(service));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", stack.kafka().bootstrapServers());
        settings.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
        settings.put("KAFKA_SASL_MECHANISM", "PLAIN");
        settings.put("KAFKA_SASL_JAAS_CONFIG", stack.kafkaUsers().login(service.module()));
        settings.put("QUARKUS_LOG_CATEGORY__DEV_COFFER_REQUESTS__LEVEL", "DEBUG");
        settings.put("COFFER_PRODUCTION", "false");
        settings.put("QUARKUS_SWAGGER_UI_ENABLED", "true");
        settings.put("COFFER_PUBLIC_URL", stack.url());
        settings.put("COFFER_BLOB_URL", address(ServiceName.BLOB));
        settings.put("COFFER_USERDATA_URL", address(ServiceName.USERDATA));
        settings.put("COFFER_SIGNING_KEY", stack.secrets().signingKey());
        if (service == ServiceName.FILES) {
            settings.put("QUARKUS_HTTP_CORS_ORIGINS", "*");
        }
        if (service == ServiceName.BLOB) {
            settings.put("COFFER_S3_ENDPOINT", stack.s3().url());
            settings.put("COFFER_S3_BUCKET", S3Choice.BUCKET);
            settings.put("COFFER_S3_ACCESS_KEY", stack.s3().credentials().accessKey());
            settings.put("COFFER_S3_SECRET_KEY", stack.s3().credentials().secretKey());
            settings.put("COFFER_S3_REGION", S3Choice.REGION);
        }
        return settings;
    }

    private String address(ServiceName service) {
        return "http://127.0.0.1:" + stack.ports().service(service.ordinal());
    }
}
