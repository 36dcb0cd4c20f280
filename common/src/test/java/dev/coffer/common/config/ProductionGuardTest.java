package dev.coffer.common.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionGuardTest {
    private static final Map<String, String> SAFE = Map.of(
            "quarkus.oidc.auth-server-url", "https://id.example.com/realms/coffer",
            "quarkus.oidc-client.credentials.secret", "b8f1c0",
            "quarkus.datasource.username", "asset",
            "quarkus.datasource.password", "9e21d7",
            "quarkus.http.cors.enabled", "true",
            "quarkus.http.cors.origins", "https://app.example.com");

    @Test
    void whatIsSafeIsTaken() {
        assertThatCode(() -> check(true, Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> check(true, Map.of("quarkus.datasource.password", ""))).doesNotThrowAnyException();
        assertThatCode(() -> check(true, Map.of("quarkus.http.cors.origins", "/https://([a-z]+)\\.example\\.com/")))
                .doesNotThrowAnyException();
        assertThatCode(
                () -> check(true, Map.of("quarkus.http.cors.origins", "*", "quarkus.http.cors.enabled", "false")))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(true, Map.of(
                "quarkus.oidc-client.credentials.secret", "unset",
                "quarkus.oidc-client.credentials.jwt.key-file", "/secret/key.pem")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.auth-server-url, http://id.example.com/realms/coffer",
        "quarkus.oidc-client.credentials.secret, unset",
        "quarkus.datasource.password, asset",
        "coffer.signing-key, quickstart-only-quickstart-only-32",
        "coffer.accepted-signing-key, quickstart-only-quickstart-only-32",
        "quarkus.oidc-client.credentials.secret, quickstart-only",
        "quarkus.datasource.password, ChangeMe",
        "quarkus.datasource.password, quickstart-only",
        "quarkus.http.cors.origins, *",
        "quarkus.http.cors.origins, /.*/",
        "quarkus.http.cors.origins, 'https://app.example.com,/https://.+/'",
        "quarkus.http.cors.origins, 'https://app.example.com,*'"
    })
    void whatIsDangerousIsRefusedByNameUnlessItIsATrial(String name, String value) {
        assertThatThrownBy(() -> check(true, Map.of(name, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(name + " must be ")
                .hasMessageEndingWith("coffer.production=false allows it.");
        assertThatCode(() -> check(false, Map.of(name, value))).doesNotThrowAnyException();
    }

    private static void check(boolean production, Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(SAFE);
        all.putAll(changes);
        new ProductionGuard(new Production(new ProductionConfig(production)),
                new FrameworkConfig(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(all, "test", 100))
                        .build()))
                .check();
    }
}
