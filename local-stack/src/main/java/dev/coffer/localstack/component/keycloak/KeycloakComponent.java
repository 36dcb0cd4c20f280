package dev.coffer.localstack.component.keycloak;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.Http;
import dev.coffer.localstack.component.JavaProgram;
import dev.coffer.localstack.component.SecretFile;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.process.Launch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Keycloak with the realm {@code coffer}, which is imported at the first start only. */
public final class KeycloakComponent implements Component {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)}");
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xms64m", "-Xmx256m", "-XX:MaxMetaspaceSize=200m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Duser.language=en", "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");

    private final StackLayout layout;
    private final int port;
    private final int managementPort;
    private final Map<String, String> secrets;

    /**
     * On these ports.
     *
     * @param secrets what the realm file names as {@code ${…}}, all of it: a name without a value would itself become
     *                the secret
     */
    public KeycloakComponent(StackLayout layout, int port, int managementPort, Map<String, String> secrets) {
        this.layout = layout;
        this.port = port;
        this.managementPort = managementPort;
        this.secrets = Map.copyOf(secrets);
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, managementPort);
    }

    /** The issuer of the tokens. */
    public String realmUrl() {
        return url() + "/realms/coffer";
    }

    private String url() {
        String host = layout.address().equals(StackLayout.LOOPBACK) ? "localhost" : layout.address();
        return "http://" + host + ":" + port;
    }

    /** The token endpoint. */
    public String tokenUrl() {
        return realmUrl() + "/protocol/openid-connect/token";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path server = new KeycloakDistribution(layout.components()).built();
        Trees.link(server, layout.programs(name()));
        // Unpacking or building again writes into these files, which a running server still reads.
        Trees.copy(server.resolve("lib/quarkus"), layout.programs(name()).resolve("lib/quarkus"));
        Files.createDirectories(layout.temporary(name()));
        Path imports = home().resolve("data").resolve("import");
        Files.createDirectories(imports);
        for (String part : List.of("lib", "conf", "providers", "themes", "bin", "version.txt")) {
            Path link = home().resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, layout.programs(name()).resolve(part));
        }
        SecretFile.write(imports.resolve("realm.json"), realm());
    }

    @Override
    public Launch launch() {
        List<String> options = new ArrayList<>(JAVA_OPTIONS);
        options.add("-Djava.io.tmpdir=" + layout.temporary(name()));
        options.add("-Dkc.home.dir=" + home());
        return new Launch(JavaProgram.command(options, home().resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint", arguments()),
                secrets, layout.directory(), layout.log(name()))
                // Keycloak is a Quarkus application too, but overrides are meant for the services only.
                .without("QUARKUS_", "KC_");
    }

    @Override
    public boolean ready() {
        return Http.status("http://" + layout.address() + ":" + managementPort + "/health/ready").orElse(0) == 200;
    }

    @Override
    public Duration stopTimeout() {
        return Duration.ofSeconds(20);
    }

    private List<String> arguments() {
        return List.of("start", "--optimized", "--import-realm", "--http-enabled=true",
                "--http-host=" + layout.address(),
                "--http-port=" + port, "--http-management-port=" + managementPort,
                // A full URL fixes the issuer, independently of the Host header.
                "--hostname=" + url(),
                // Otherwise it searches the network for other members of a cluster.
                "--cache=local",
                "--log-level=INFO,io.smallrye.health:ERROR");
    }

    private Path home() {
        return layout.data(name());
    }

    private String realm() throws IOException {
        try (InputStream in = KeycloakComponent.class.getResourceAsStream("/keycloak/realm.json")) {
            String realm = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            requireSecrets(realm);
            return realm;
        }
    }

    // Keycloak would take the name of a placeholder without a value as the secret.
    private void requireSecrets(String realm) {
        Matcher placeholder = PLACEHOLDER.matcher(realm);
        while (placeholder.find()) {
            if (!secrets.containsKey(placeholder.group(1))) {
                throw new IllegalStateException("no value for " + placeholder.group(1) + " of the realm");
            }
        }
    }
}
