package dev.coffer.localstack.component.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.localstack.component.ComponentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When Keycloak is built and when the build of last time still counts, with a script in place of Keycloak. */
class KeycloakDistributionTest {
    private static final String SCRIPT = """
            #!/bin/sh
            home="$(dirname "$0")/.."
            echo built >> "$home/../builds"
            echo "application with $*" > "$home/lib/quarkus/quarkus-application.dat"
            """;

    @TempDir
    private Path components;
    private Path server;
    private KeycloakDistribution distribution;

    @BeforeEach
    void unpackForTheFirstTime() throws Exception {
        server = components.resolve("keycloak/keycloak-1.0");
        distribution = new KeycloakDistribution(components);
        unpack(SCRIPT);
    }

    @Test
    void isBuiltOnce() throws Exception {
        assertThat(distribution.built()).isEqualTo(server);
        assertThat(distribution.built()).isEqualTo(server);
        assertThat(builds()).isOne();
        assertThat(application()).startsWith("application with build --db=dev-file");
    }

    @Test
    void isBuiltAgainAfterItWasUnpackedAgain() throws Exception {
        distribution.built();
        unpack(SCRIPT);
        distribution.built();
        assertThat(builds()).isEqualTo(2);
        assertThat(application()).startsWith("application with build");
    }

    @Test
    void isBuiltAgainAfterABuildThatFailed() throws Exception {
        unpack(SCRIPT + "exit 1\n");
        assertThatThrownBy(distribution::built).isInstanceOf(ComponentException.class)
                .hasMessageStartingWith("keycloak: its build failed");
        unpack(SCRIPT);
        distribution.built();
        assertThat(builds()).isEqualTo(2);
    }

    private void unpack(String script) throws Exception {
        Files.createDirectories(server.resolve("lib/quarkus"));
        Files.writeString(server.resolve("lib/quarkus/quarkus-application.dat"), "as it came");
        Path program = Files.createDirectories(server.resolve("bin")).resolve("kc.sh");
        Files.writeString(program, script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private int builds() throws Exception {
        return Files.readAllLines(components.resolve("keycloak/builds")).size();
    }

    private String application() throws Exception {
        return Files.readString(server.resolve("lib/quarkus/quarkus-application.dat"));
    }
}
