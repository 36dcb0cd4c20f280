package dev.coffer.localstack.launcher.stack;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.kafka.KafkaUsers;
import dev.coffer.localstack.component.postgres.PostgresComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The environment variables for tools and tests that use the stack, or inject faults into it. */
public final class StackVariables {
    private final Stack stack;

    public StackVariables(Stack stack) {
        this.stack = stack;
    }

    public Map<String, String> all() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("COFFER_URL", stack.url());
        variables.put("COFFER_TOKEN_URL", stack.keycloak().tokenUrl());
        variables.put("COFFER_CLIENT_ID", DemoAccess.CLIENT_ID);
        variables.put("COFFER_BRIEF_CLIENT_ID", DemoAccess.BRIEF_CLIENT_ID);
        variables.put("COFFER_CLIENT_SECRET", stack.secrets().cliClient());
        putUsers(variables);
        variables.put("COFFER_WORKSPACE_TEAM", DemoUser.TEAM);
        variables.put("COFFER_KAFKA", stack.kafka().bootstrapServers());
        putKafkaUsers(variables);
        variables.put("COFFER_S3_URL", stack.s3().url());
        variables.put("COFFER_S3_BUCKET", S3Choice.BUCKET);
        variables.put("COFFER_S3_ACCESS_KEY", stack.s3().credentials().accessKey());
        variables.put("COFFER_S3_SECRET_KEY", stack.s3().credentials().secretKey());
        putDatabases(variables);
        for (ServiceName service : ServiceName.values()) {
            variables.put("COFFER_MANAGEMENT_URL_" + service,
                    "http://127.0.0.1:" + stack.ports().management(service.ordinal()));
        }
        putProcesses(variables);
        return variables;
    }

    private void putUsers(Map<String, String> variables) {
        DemoAccess access = new DemoAccess(stack);
        for (DemoUser user : DemoUser.values()) {
            variables.put("COFFER_USER_" + user, user.login());
            variables.put("COFFER_PASSWORD_" + user, stack.secrets().userPassword());
            variables.put("COFFER_API_KEY_" + user, access.key(user));
            variables.put("COFFER_CDF_PROJECT_" + user, user.project());
        }
    }

    private void putKafkaUsers(Map<String, String> variables) {
        variables.put("COFFER_KAFKA_USER", KafkaAccess.READER);
        variables.put("COFFER_KAFKA_PASSWORD", stack.secrets().kafka(KafkaAccess.READER));
        variables.put("COFFER_KAFKA_PASSWORD_ADMIN", stack.secrets().kafka(KafkaUsers.ADMIN));
        for (ServiceName service : ServiceName.values()) {
            variables.put("COFFER_KAFKA_PASSWORD_" + service, stack.secrets().kafka(service.module()));
        }
    }

    private void putDatabases(Map<String, String> variables) {
        variables.put("COFFER_JDBC_URL",
                jdbcUrl("postgres", PostgresComponent.ADMINISTRATOR, stack.secrets().postgres()));
        for (ServiceName service : ServiceName.values()) {
            variables.put("COFFER_JDBC_URL_" + service,
                    jdbcUrl(service.database(), service.database(), stack.secrets().database(service)));
        }
    }

    private void putProcesses(Map<String, String> variables) {
        for (Component component : stack.components()) {
            stack.runner().process(component)
                    .ifPresent(process -> variables.put(
                            "COFFER_PID_" + component.name().toUpperCase(Locale.ROOT).replace('-', '_'),
                            Long.toString(process.pid())));
        }
    }

    private String jdbcUrl(String database, String user, String password) {
        return stack.postgres().jdbcUrl(database) + "?user=" + user + "&password=" + password;
    }
}
