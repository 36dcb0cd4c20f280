package dev.coffer.localstack.launcher.stack;

import dev.coffer.localstack.component.Passwords;
import java.util.Map;
import java.util.TreeMap;

/** The secrets of one installation: random, made at first use, then always the same. */
final class StackSecrets {
    private final StackState state;

    StackSecrets(StackState state) {
        this.state = state;
    }

    String postgres() {
        return password("postgres");
    }

    String database(ServiceName service) {
        return password("database." + service.database());
    }

    String client(ServiceName service) {
        return password("client." + service.module());
    }

    String kafka(String user) {
        return password("kafka." + user);
    }

    String cliClient() {
        return password("client.coffer-cli");
    }

    String userPassword() {
        return password("users");
    }

    /** What signs transfer URLs; shared by the services. */
    String signingKey() {
        return state.remembered("secret.signing-key", Passwords::key);
    }

    String s3AccessKey() {
        return password("s3.access");
    }

    String s3SecretKey() {
        return password("s3.secret");
    }

    /** The environment that Keycloak needs at its first start. */
    Map<String, String> realm() {
        Map<String, String> realm = new TreeMap<>();
        realm.put("COFFER_CLI_SECRET", cliClient());
        realm.put("COFFER_USER_PASSWORD", userPassword());
        for (ServiceName service : ServiceName.values()) {
            realm.put("COFFER_" + service + "_SERVICE_SECRET", client(service));
        }
        realm.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        realm.put("KC_BOOTSTRAP_ADMIN_PASSWORD", password("keycloak.admin"));
        return realm;
    }

    private String password(String of) {
        return state.remembered("secret." + of, Passwords::password);
    }
}
